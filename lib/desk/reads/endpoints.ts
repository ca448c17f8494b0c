import { authorise, type Ctx } from '../context';
import { type Delivery, type DeliveryState, endpointSecretsOf } from '../endpoint';
import { notFound } from '../errors';
import { isoTime, isoTimeOrNull } from '../iso-time';
import type { EndpointRow } from '../webhook-store';
import type { DeliveryWire, EndpointWire } from '../wire-webhooks';
import { readSigningSecrets } from './channels';

/** Whom the desk calls, by name, and how that goes. Throws `forbidden`. */
export async function readEndpoints({ desk, caller }: Ctx): Promise<EndpointWire[]> {
  authorise(caller, 'readSettings');
  const { webhooks } = desk.store;
  const rows = await webhooks.endpoints();
  return Promise.all(rows.map(async (row) => wireOf(row, await webhooks.counts(row.id))));
}

/** One of them. Throws `forbidden`, `not_found`. */
export async function readEndpoint(ctx: Ctx, id: string): Promise<EndpointWire> {
  authorise(ctx.caller, 'readSettings');
  const { webhooks } = ctx.desk.store;
  return wireOf(await endpointRow(ctx, id), await webhooks.counts(id));
}

/** Where the replies of a channel go on to, or null. Throws `forbidden`. */
export async function readReplyEndpoint(ctx: Ctx, channel: string): Promise<EndpointWire | null> {
  const endpoints = await readEndpoints(ctx);
  return endpoints.find((one) => one.channel === channel) ?? null;
}

/** When its live secrets were made, the oldest first. Throws `forbidden`, `not_found`. */
export async function readEndpointSecrets(ctx: Ctx, id: string) {
  authorise(ctx.caller, 'readSettings');
  await endpointRow(ctx, id);
  return readSigningSecrets(ctx, endpointSecretsOf(id));
}

/** An endpoint's last calls, the newest first; those before an id. Throws `forbidden`, `not_found`. */
export async function readDeliveries(
  ctx: Ctx,
  id: string,
  request: { state: DeliveryState | null; before: number; limit: number },
): Promise<DeliveryWire[]> {
  authorise(ctx.caller, 'readSettings');
  await endpointRow(ctx, id);
  return (await ctx.desk.store.webhooks.deliveries(id, request)).map(deliveryWire);
}

async function endpointRow({ desk }: Ctx, id: string): Promise<EndpointRow> {
  const row = await desk.store.webhooks.endpoint(id);
  if (!row) throw notFound('There is no such endpoint.');
  return row;
}

function wireOf(
  { id, name, url, channel, events, enabled }: EndpointRow,
  counts: EndpointWire['counts'],
): EndpointWire {
  return { id, name, url, channel, events: [...events], enabled, counts };
}

function deliveryWire(delivery: Delivery): DeliveryWire {
  const { id, webhookId, event, conversationId, state, attempts, status, problem } = delivery;
  return {
    id,
    webhookId,
    event,
    conversationId,
    state,
    attempts,
    status,
    problem,
    answer: delivery.answer,
    body: delivery.body,
    createdAt: isoTime(delivery.createdAt),
    triedAt: isoTimeOrNull(delivery.triedAt),
    nextTryAt: delivery.state === 'due' ? isoTime(delivery.dueAt) : null,
  };
}
