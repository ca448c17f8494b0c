import { and, asc, eq, sql } from 'drizzle-orm';
import type { WebhookReceipt } from '@/lib/desk/facts';
import type { ChannelMappingRow, EndpointRow } from '@/lib/desk/webhook-store';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { channelMappings, endpoints, webhookReceipts } from './schema-webhooks';
import { type DraftOf, given, givenIn, mustWrite, type Written } from './written';

type WebhookDraft = DraftOf<
  'channelMapping.saved' | 'webhook.received' | 'endpoint.saved' | 'endpoint.deleted'
>;

const ENDPOINT_GONE = 'This endpoint does not exist any more.';

/** What entries about webhooks write. */
export function prepareWebhookWrites(db: Database) {
  const putMapping = prepareWrite(
    db,
    db
      .insert(channelMappings)
      .values({ channel: given('channel'), mapping: given('mapping'), revision: given('revision') })
      .onConflictDoUpdate({
        target: channelMappings.channel,
        set: { mapping: sql`excluded.mapping`, revision: sql`excluded.revision` },
      }),
  );
  const insertReceipt = prepareWrite(
    db,
    db.insert(webhookReceipts).values({
      channel: given('channel'),
      webhookId: given('webhookId'),
      contactId: given('contactId'),
      conversationId: given('conversationId'),
      messageId: given('messageId'),
      refused: given('refused'),
    }),
  );
  const insertEndpoint = prepareWrite(
    db,
    db.insert(endpoints).values({
      id: given('id'),
      name: given('name'),
      url: given('url'),
      channel: given('channel'),
      events: given('events'),
      enabled: given('enabled'),
      since: given('revision'),
      revision: given('revision'),
    }),
  );
  const change = {
    name: givenIn('name'),
    url: givenIn('url'),
    events: givenIn('events'),
    enabled: givenIn('enabled'),
    revision: givenIn('revision'),
  };
  const ofId = eq(endpoints.id, given('id'));
  const updateEndpoint = prepareWrite(db, db.update(endpoints).set(change).where(ofId));
  const updateSince = prepareWrite(
    db,
    db
      .update(endpoints)
      .set({ since: givenIn('revision') })
      .where(ofId),
  );
  const removeEndpoint = prepareWrite(db, db.delete(endpoints).where(ofId));

  return (draft: WebhookDraft, { revision }: Written): void => {
    switch (draft.kind) {
      case 'channelMapping.saved': {
        const { key: channel, after: mapping } = draft.body;
        putMapping.run({ channel, mapping, revision });
        break;
      }
      case 'webhook.received': {
        const { channel, webhookId, contactId, message } = draft.body;
        const { conversationId = null, messageId = null } = message ?? {};
        const { refused } = draft.personal;
        insertReceipt.run({ channel, webhookId, contactId, conversationId, messageId, refused });
        break;
      }
      case 'endpoint.saved': {
        const { before, after } = draft.body;
        if (before === null) {
          insertEndpoint.run({ ...after, revision });
          break;
        }
        const events = JSON.stringify(after.events);
        const row = { ...after, events, enabled: after.enabled ? 1 : 0, revision };
        mustWrite(updateEndpoint.run(row), ENDPOINT_GONE);
        // What happened while it was not is none of its business.
        if (after.enabled && !before.enabled) updateSince.run(row);
        break;
      }
      case 'endpoint.deleted':
        mustWrite(removeEndpoint.run({ id: draft.body.before.id }), ENDPOINT_GONE);
        break;
      default:
        draft satisfies never;
    }
  };
}

/** Reads how webhooks come in. */
export function prepareWebhookReads(db: Database) {
  const mapping = db
    .select({ mapping: channelMappings.mapping, revision: channelMappings.revision })
    .from(channelMappings)
    .where(eq(channelMappings.channel, given('channel')))
    .prepare();
  const receipt = db
    .select({
      contactId: webhookReceipts.contactId,
      conversationId: webhookReceipts.conversationId,
      messageId: webhookReceipts.messageId,
      refused: webhookReceipts.refused,
    })
    .from(webhookReceipts)
    .where(
      and(
        eq(webhookReceipts.channel, given('channel')),
        eq(webhookReceipts.webhookId, given('webhookId')),
      ),
    )
    .prepare();
  const allEndpoints = db
    .select()
    .from(endpoints)
    .orderBy(asc(endpoints.name), asc(endpoints.id))
    .prepare();
  const endpoint = db
    .select()
    .from(endpoints)
    .where(eq(endpoints.id, given('id')))
    .prepare();

  return {
    endpoints: (): EndpointRow[] => allEndpoints.all(),
    endpoint: (id: string): EndpointRow | null => endpoint.get({ id }) ?? null,
    mapping: (channel: string): ChannelMappingRow | null => mapping.get({ channel }) ?? null,
    receipt: (channel: string, webhookId: string): WebhookReceipt | null =>
      receipt.get({ channel, webhookId }) ?? null,
  };
}
