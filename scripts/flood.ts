import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { readArguments } from './arguments';
import { DeskApi, Refused } from './desk-api';

const USAGE =
  'Usage: npm run flood -- --url http://localhost:3000 --token TOKEN [--rate 200] [--seconds 10]';
const CONTACTS = 50;
const MOST_AT_ONCE = 256;
const TICK_MS = 5;
/** Of the requests, so many bring a message; the others change a value. */
const MESSAGE_EVERY = 10;

const { url, token, rate, seconds } = readArguments(
  z.object({
    url: z.url({ protocol: /^https?$/ }),
    token: z.string().min(1),
    rate: z.coerce.number().min(1).max(20_000).default(200),
    seconds: z.coerce.number().min(1).max(3_600).default(10),
  }),
  USAGE,
);

const api = new DeskApi(url, token);
const externalId = (number: number) => `flood-${number % CONTACTS}`;

/** Brings a message of one of the flood's contacts. */
function message(number: number): Promise<void> {
  const contact = { externalId: externalId(number), name: `Flood ${number % CONTACTS}` };
  const body = { contact, text: `Message ${number}`, externalMessageId: randomUUID() };
  return api.send({ method: 'POST', path: '/channels/api/messages', body });
}

/** Changes one contact's loyalty status to and fro, so that priorities move. */
function change(number: number): Promise<void> {
  const turn = Math.floor(number / CONTACTS) % 2;
  const values = { loyalty_status: turn === 0 ? 'Platinum' : 'Gold' };
  const path = `/contacts/${externalId(number)}/attributes`;
  return api.send({ method: 'PATCH', path, body: { as: 'crm', values } });
}

/** Sends at the rate, never more than a bounded number at once; latencies in milliseconds. */
async function flood(): Promise<{ latenciesMs: number[]; refused: string[]; tookMs: number }> {
  const latenciesMs: number[] = [];
  const refused: string[] = [];
  const pending = new Set<Promise<void>>();
  const startedAt = performance.now();
  const elapsedMs = () => performance.now() - startedAt;
  let sent = 0;
  while (elapsedMs() < seconds * 1_000) {
    const due = Math.floor((elapsedMs() / 1_000) * rate);
    for (; sent < due && pending.size < MOST_AT_ONCE; sent += 1) {
      const sentAt = performance.now();
      const answer = (sent % MESSAGE_EVERY === 0 ? message(sent) : change(sent))
        .then(() => void latenciesMs.push(performance.now() - sentAt))
        .catch((error: unknown) => void refused.push(String(error)))
        .finally(() => pending.delete(answer));
      pending.add(answer);
    }
    await pause(TICK_MS);
  }
  await Promise.all(pending);
  return { latenciesMs, refused, tookMs: elapsedMs() };
}

function quantile(sorted: readonly number[], share: number): string {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return value === undefined ? '–' : `${value.toFixed(1)} ms`;
}

try {
  for (let number = 0; number < CONTACTS; number += 1) await message(number);
  const { latenciesMs, refused, tookMs } = await flood();
  const sorted = latenciesMs.sort((a, b) => a - b);
  const achieved = (sorted.length / (tookMs / 1_000)).toFixed(1);
  console.log(
    `${sorted.length} changes in ${(tookMs / 1_000).toFixed(1)} s: ${achieved} changes/s`,
  );
  console.log(`latency median ${quantile(sorted, 0.5)}, p99 ${quantile(sorted, 0.99)}`);
  const [first] = refused;
  if (first) console.error(`${refused.length} failed; the first: ${first}`);
  process.exitCode = first ? 1 : 0;
} catch (error) {
  const why =
    error instanceof Refused ? `${error.message} It takes a token of scope ingest.` : error;
  console.error(why);
  process.exitCode = 1;
}
