import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { SignJWT } from 'jose';
import { z } from 'zod';
import { readArguments } from './arguments';
import { shopPage } from './shop-page';

const USAGE =
  'Usage: demo-shop --desk http://localhost:3000 --channel website --port 3100 (SHOP_SECRET in the environment)';

/*
 * The shop of the demo: a website at an origin of its own, whose pages carry the desk's messenger,
 * and whose server signs who is signed in there.
 */
const { desk, channel, port } = readArguments(
  z.object({
    desk: z.url({ protocol: /^https?$/ }),
    channel: z.string().min(1),
    port: z.coerce.number().int().min(1).max(65_535),
  }),
  USAGE,
);
const secret = z.string().min(1, USAGE).parse(process.env.SHOP_SECRET);
const page = shopPage(desk, channel);

/** Whom the shop knows: three high-priority segments of the demo match her from the start. */
const LEA = {
  name: 'Léa Dubois',
  email: 'lea@customers.example',
  attributes: { language: 'fr-BE', country: 'Belgium', twitter_followers: 12_431 },
};

/** What the shop's server says of Léa, for one use within five minutes. */
function identity(): Promise<string> {
  return new SignJWT(LEA)
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('lea')
    .setJti(randomUUID())
    .setAudience(`${desk}/messenger/${channel}`)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(secret));
}

createServer((request, response) => {
  const answer = (type: string, body: string) => {
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.end(body);
  };
  if (request.method !== 'POST') return answer('text/html', page);
  identity().then(
    (token) => answer('text/plain', token),
    () => response.writeHead(500).end(),
  );
}).listen(port, 'localhost');
process.once('SIGTERM', () => process.exit(0));
