import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { type Random, randomFrom } from '@/db/seed-random';
import { crmValues, DEMO_CHANNELS } from '@/db/seed-values';
import type { DeskApi } from './desk-api';

/** So many of ten customers it knows. */
const KNOWN_OF_TEN = 8;
const SLOWEST_MS = 1_200;

const crmSchema = z.object({ secrets: z.array(z.object({ id: z.string() })) });
const secretSchema = z.object({ secret: z.string() });
const askedSchema = z.object({ data: z.object({ key: z.string() }) });

/** A small CRM for the demo, on a free port of this machine. */
export async function startDemoCrm(): Promise<DemoCrm> {
  let secret: string | null = null;
  const server = createServer(async (request, response) => {
    const text = await textOf(request);
    const key = secret === null ? null : keyIn(secret, request, text);
    if (key === null) return void response.writeHead(401).end();
    const random = randomFrom(hashOf(key));
    await pause(random.between(100, SLOWEST_MS));
    const record = recordOf(random);
    response.writeHead(record ? 200 : 404, { 'content-type': 'application/json' });
    response.end(record ? JSON.stringify(record) : undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The CRM has no port.');
  return {
    host: `127.0.0.1:${address.port}`,
    use: (shared) => {
      secret = shared;
    },
  };
}

export type DemoCrm = {
  /** Where it listens, as a URL spells it. */
  host: string;
  /** The secret that the desk signs with. */
  use: (secret: string) => void;
};

/** Connects the desk to it, with a secret of today. */
export async function connectDemoCrm(api: DeskApi, crm: DemoCrm): Promise<void> {
  const { secrets } = await api.call(crmSchema, { method: 'GET', path: '/crm' });
  for (const { id } of secrets) await api.send({ method: 'DELETE', path: `/crm/secrets/${id}` });
  const made = { method: 'POST', path: '/crm/secrets', body: {} };
  crm.use((await api.call(secretSchema, made)).secret);
  const body = {
    enabled: true,
    url: `http://${crm.host}/lookup`,
    keyAttribute: null,
    versionPath: null,
    fields: [
      { path: 'loyalty.status', attribute: 'loyalty_status' },
      { path: 'customer.since', attribute: 'customer_since' },
      { path: 'customer.lifetimeValue', attribute: 'lifetime_value' },
    ],
    push: null,
    channels: DEMO_CHANNELS,
    timeoutMs: 5_000,
    freshMinutes: 60,
  };
  await api.send({ method: 'PUT', path: '/crm', body });
}

/** What it knows of a customer; the same every time it is asked. */
function recordOf(random: Random): object | null {
  if (!random.chance(KNOWN_OF_TEN / 10)) return null;
  const values = crmValues(random.chance(0.15), Date.now(), random);
  return {
    loyalty: { status: values.get('loyalty_status') },
    customer: {
      since: values.get('customer_since'),
      lifetimeValue: values.get('lifetime_value'),
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The customer asked about; null if the desk has not signed the question. */
function keyIn(secret: string, { headers }: IncomingMessage, text: string): string | null {
  const signed = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [
      name,
      String(headers[name] ?? ''),
    ]),
  );
  try {
    return askedSchema.parse(new Webhook(secret).verify(text, signed)).data.key;
  } catch {
    return null;
  }
}

function hashOf(text: string): number {
  return [...text].reduce(
    (hash, one) => Math.imul(hash ^ one.charCodeAt(0), 16_777_619),
    2_166_136_261,
  );
}
