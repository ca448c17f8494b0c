import type { WebhookStore } from '@/lib/desk/webhook-store';
import type { Database } from './open-database';
import { prepareDeliveryReads } from './reads-deliveries';
import { prepareWebhookReads } from './webhooks';
import type { Writer } from './writer';

/** The part of the store that is about webhooks. */
export function openWebhookStore(db: Database, writer: Writer): WebhookStore {
  const webhooks = prepareWebhookReads(db);
  const deliveries = prepareDeliveryReads(db);
  return {
    mapping: async (channel) => webhooks.mapping(channel),
    receipt: async (channel, webhookId) => webhooks.receipt(channel, webhookId),
    endpoints: async () => webhooks.endpoints(),
    endpoint: async (id) => webhooks.endpoint(id),

    derivedThrough: async () => deliveries.derivedThrough(),
    keepDerived: async (derived) => {
      await writer.keepOwn({ kind: 'derived', derived });
    },
    due: async (endpointId, nowMs, limit) => deliveries.due(endpointId, nowMs, limit),
    keepAttempt: async (attempt) => {
      await writer.keepOwn({ kind: 'attempt', attempt });
    },
    redeliver: (endpointId, deliveryId, nowMs) =>
      writer.keepOwn({ kind: 'redeliver', endpointId, deliveryId, nowMs }),

    delivery: async (id) => deliveries.one(id),
    deliveries: async (endpointId, request) => deliveries.page(endpointId, request),
    counts: async (endpointId) => deliveries.counts(endpointId),
    unarrived: async (conversationId) => deliveries.unarrived(conversationId),
    forgetDeliveries: async (before) => {
      await writer.keepOwn({ kind: 'forgetDeliveries', before });
    },
  };
}
