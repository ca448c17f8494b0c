import { checkedName } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { type Decision, decide } from '@/lib/desk/decide';
import { type Endpoint, EVENT_KINDS, type EventKind, endpointSecretsOf } from '@/lib/desk/endpoint';
import type { EntryDraft } from '@/lib/desk/entry';
import { conflict, invalid, notFound } from '@/lib/desk/errors';
import { endpointAsLoaded } from '@/lib/desk/expectations';
import { newId } from '@/lib/desk/ids';
import { newSigningSecret } from '@/lib/desk/secrets';
import type { EndpointRow } from '@/lib/desk/webhook-store';
import { webhookChannel } from '../channels/webhook-channel';

export type EndpointInput = {
  name?: string;
  url?: string;
  channel?: string;
  events?: readonly EventKind[];
  enabled?: boolean;
};

const MAX_ENDPOINTS = 50;
const MAX_URL_LENGTH = 2_000;

/**
 * Says whom the desk calls, from now on, and makes the first secret that signs the calls; it is in the
 * answer and is never shown again. Throws `invalid`, and `conflict` for a channel that has one.
 */
export async function createEndpoint({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: EndpointInput & { name: string; url: string };
}): Promise<{ endpoint: Endpoint; secret: string }> {
  authorise(ctx.caller, 'changeSettings');
  const { desk } = ctx;
  const secret = newSigningSecret();
  const sealed = desk.vault.seal(secret);
  return decide(ctx, 'createEndpoint', async () => {
    const all = await desk.store.webhooks.endpoints();
    if (all.length >= MAX_ENDPOINTS)
      throw conflict(`A desk has at most ${MAX_ENDPOINTS} endpoints.`);
    const channel = input.channel ?? null;
    if (channel !== null) webhookChannel(desk.memory, channel);
    if (channel !== null && all.some((one) => one.channel === channel))
      throw conflict('The replies of this channel have an endpoint already.', 'channel');
    const now = desk.now();
    const fresh = { id: newId(now), name: '', url: '', channel, events: [], enabled: true };
    const { expect, entries, answer } = saved(null, checked(fresh, input));
    const owner = endpointSecretsOf(fresh.id);
    const signs: EntryDraft = {
      kind: 'signingSecret.created',
      body: { after: { id: newId(now), owner, createdAt: now } },
      secret: { sealed },
    };
    return {
      expect,
      entries: [...entries, signs],
      answer: (kept) => ({ endpoint: answer(kept), secret }),
    };
  });
}

/**
 * Changes an endpoint; what waits for it is tried with what it is now. Throws `invalid`,
 * `not_found`.
 */
export async function changeEndpoint({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: EndpointInput & { id: string };
}): Promise<Endpoint> {
  authorise(ctx.caller, 'changeSettings');
  const answer = await decide(ctx, 'changeEndpoint', async () => {
    const before = await ctx.desk.store.webhooks.endpoint(input.id);
    if (!before) throw notFound('There is no such endpoint.');
    if (input.channel !== undefined) throw invalid('An endpoint keeps its channel.', 'channel');
    return saved(before, checked(plain(before), input));
  });
  ctx.desk.deliveries.wake();
  return answer;
}

/** Calls an endpoint no more, and forgets what waits for it. Throws `not_found`. */
export async function deleteEndpoint({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { id: string };
}): Promise<void> {
  authorise(ctx.caller, 'changeSettings');
  await decide(ctx, 'deleteEndpoint', async () => {
    const before = await ctx.desk.store.webhooks.endpoint(input.id);
    if (!before) throw notFound('There is no such endpoint.');
    return {
      expect: [endpointAsLoaded(before)],
      entries: [{ kind: 'endpoint.deleted', body: { before: plain(before) } }],
      answer: () => undefined,
    };
  });
}

function saved(before: EndpointRow | null, after: Endpoint): Decision<Endpoint> {
  const entry: EntryDraft = {
    kind: 'endpoint.saved',
    body: { before: before && plain(before), after },
  };
  return {
    expect: before ? [endpointAsLoaded(before)] : [],
    entries: [entry],
    answer: () => after,
  };
}

function checked(endpoint: Endpoint, input: EndpointInput): Endpoint {
  const after = { ...endpoint, enabled: input.enabled ?? endpoint.enabled };
  if (input.name !== undefined) after.name = checkedName(input.name, 'name');
  if (input.url !== undefined) after.url = checkedUrl(input.url);
  const chosen = new Set(input.events ?? endpoint.events);
  after.events = EVENT_KINDS.filter((kind) => chosen.has(kind));
  if (after.channel === null && after.events.length === 0)
    throw invalid('Choose at least one event.', 'events');
  if (after.channel !== null && after.events.length > 0)
    throw invalid('A channel’s endpoint gets its replies and nothing else.', 'events');
  return after;
}

function plain({ id, name, url, channel, events, enabled }: Endpoint): Endpoint {
  return { id, name, url, channel, events, enabled };
}

/** Where it leads is looked at when it is called: the address of a name can change. */
function checkedUrl(text: string): string {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed) || trimmed.length > MAX_URL_LENGTH)
    throw invalid('This must be a web address.', 'url');
  const { protocol, username, password } = new URL(trimmed);
  if (protocol !== 'https:' && protocol !== 'http:')
    throw invalid('A web address begins with https:// or http://.', 'url');
  if (username !== '' || password !== '')
    throw invalid('The address may not hold a user name or a password.', 'url');
  return trimmed;
}
