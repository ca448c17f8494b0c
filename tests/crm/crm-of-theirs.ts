import type { IncomingMessage, ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { serverOfTheirs } from '../outgoing/server-of-theirs';
import type { RunningDesk } from '../running-desk';

/** How the desk asked, once its signature was found good. */
export type Asked = {
  id: string;
  type: string;
  key: string;
  contact: { id: string; externalId: string };
};

/** What a CRM does with a question. */
export type CrmAnswers = (asked: Asked, response: ServerResponse) => void;

/** Answers with a record, or that there is none. */
export const says =
  (record: unknown): CrmAnswers =>
  (_asked, response) => {
    response.writeHead(record === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(record === undefined ? '' : JSON.stringify(record));
  };

/** A CRM, a real HTTP server: takes what the desk has signed, keeps it, and does as it is told last. */
export async function crmOfTheirs(first: CrmAnswers) {
  const asked: Asked[] = [];
  const forged: number[] = [];
  let secret = '';
  let answers = first;
  const server = await serverOfTheirs(async (request, response) => {
    const text = await textOf(request);
    const heard = verified(secret, request, text);
    if (!heard) {
      forged.push(asked.length);
      return void response.writeHead(401).end();
    }
    asked.push(heard);
    answers(heard, response);
  });
  return {
    ...server,
    /** What was asked so far. */
    asked,
    /** How often something came that nobody has signed. */
    forged,
    /** From now on it does this. */
    does(next: CrmAnswers): void {
      answers = next;
    },

    /** What it signs with. */
    secret: () => secret,
    /** It knows the desk by this secret. */
    uses(shared: string): void {
      secret = shared;
    },

    /** Connects the desk to it, as an admin would. */
    async connect(desk: Pick<RunningDesk, 'call'>, changes: Record<string, unknown> = {}) {
      const made = await desk.call<{ secret: string }>('POST', '/crm/secrets', {});
      secret = made.body.secret;
      return desk.call('PUT', '/crm', connectionTo(server.url, changes));
    },
  };
}

/** A connection as the API takes it. */
export function connectionTo(url: string, changes: Record<string, unknown> = {}) {
  return {
    enabled: true,
    url,
    keyAttribute: null,
    versionPath: null,
    fields: [
      { path: 'loyalty.tier', attribute: 'loyalty_status' },
      { path: 'since', attribute: 'customer_since' },
      { path: 'name', attribute: 'name' },
    ],
    push: null,
    channels: ['api'],
    timeoutMs: 1_000,
    freshMinutes: 60,
    ...changes,
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Whatever the time: the desk of a test has a clock of its own. */
function verified(secret: string, { headers }: IncomingMessage, text: string): Asked | null {
  const header = (name: string) => String(headers[name] ?? '');
  const id = header('webhook-id');
  const at = new Date(Number(header('webhook-timestamp')) * 1_000);
  const signatures = header('webhook-signature').split(' ');
  if (secret === '' || !signatures.includes(new Webhook(secret).sign(id, at, text))) return null;
  const { type, data } = JSON.parse(text);
  return { id, type, key: data.key, contact: data.contact };
}
