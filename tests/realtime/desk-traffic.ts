import { isDeepStrictEqual } from 'node:util';
import type { QueueEntry } from '@/lib/desk/wire';
import type { QueueWatchRequest } from '@/lib/realtime/protocol';
import type { As, RunningDesk } from '../running-desk';
import type { QueueFollower } from './queue-follower';

type Called = Pick<RunningDesk, 'call' | 'tokens'>;

/** A customer writes; answers the conversation's id. */
export async function customerWrites(
  { call, tokens }: Called,
  externalId: string,
  text = `I am ${externalId}`,
): Promise<string> {
  const { status, body } = await call<{ conversationId: string }>(
    'POST',
    '/channels/api/messages',
    { contact: { externalId }, text, externalMessageId: crypto.randomUUID() },
    tokens.ingest,
  );
  if (status >= 300) throw new Error(`The message was answered ${status}`);
  return body.conversationId;
}

/** Writes values of a contact by hand. */
export async function write(
  { call }: Called,
  externalId: string,
  values: Record<string, string | number | boolean | null>,
  as: 'agent' | 'crm' | 'channel' = 'agent',
): Promise<void> {
  await wanted(call('PATCH', `/contacts/${externalId}/attributes`, { as, values }));
}

/** Makes a segment of the contacts whose country is the one given; answers its id. */
export async function countrySegment({ call }: Called, country: string): Promise<string> {
  const conditions = [{ attribute: 'country', operator: 'eq', operand: country }];
  const segment = { name: `From ${country}`, join: 'all', conditions };
  const { body } = await wanted(call<{ id: string }>('POST', '/segments', segment));
  return body.id;
}

export async function prioritize({ call }: Called, segmentId: string, on = true): Promise<void> {
  await wanted(call(on ? 'PUT' : 'DELETE', `/prioritization/${segmentId}`));
}

/** What `GET /queue` shows under the same filter. */
export async function queueByHttp(
  { call }: Called,
  { filter, order = 'priority', offset, limit }: QueueWatchRequest,
  as?: As,
): Promise<{ epoch: string; revision: number; total: number; entries: QueueEntry[] }> {
  const query = new URLSearchParams({ order, offset: `${offset}`, limit: `${limit}` });
  for (const [name, value] of Object.entries(filter)) query.set(name, `${value}`);
  const { body } = await wanted(
    call<{ epoch: string; revision: number; total: number; entries: QueueEntry[] }>(
      'GET',
      `/queue?${query}`,
      undefined,
      as,
    ),
  );
  return body;
}

/** Waits until the follower holds what HTTP shows by now. */
export async function untilTrue(
  desk: Called,
  follower: QueueFollower,
  request: QueueWatchRequest,
  as?: As,
): Promise<void> {
  const { epoch, total, entries } = await queueByHttp(desk, request, as);
  await follower.until(
    (held) =>
      held.epoch === epoch && held.total === total && isDeepStrictEqual(held.entries, entries),
  );
}

async function wanted<A extends { status: number; body: unknown }>(call: Promise<A>): Promise<A> {
  const answer = await call;
  if (answer.status >= 300)
    throw new Error(`The desk answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}
