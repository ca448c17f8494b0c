import { checkedText, MAX_EXTERNAL_ID_LENGTH } from '@/lib/desk/checks';
import { authorise, type ChannelCaller, type Ctx } from '@/lib/desk/context';
import { type Decision, decide } from '@/lib/desk/decide';
import type { EntryDraft } from '@/lib/desk/entry';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import { namespaceOf, type WebhookReceipt } from '@/lib/desk/facts';
import type { MappedPayload } from '@/lib/desk/payload-mapping';
import { standingOnArrival } from '../crm/lookup-asked';
import { decideFacts } from './decide-facts';
import { decideMessage } from './decide-message';
import { webhookChannel } from './webhook-channel';

type Incoming = { webhookId: string; payload: MappedPayload };

/**
 * What a signed webhook says of a customer is kept: its message, as receiveMessage does, or its
 * values alone, of a contact who is made if they are new. What was refused is in the answer. The same
 * webhook id changes nothing and gets the first answer again. Throws `not_found`, and `invalid` for
 * an id that does not fit.
 */
export async function receiveWebhook({
  ctx,
  input,
}: {
  ctx: Ctx<ChannelCaller>;
  input: Incoming;
}): Promise<WebhookReceipt> {
  authorise(ctx.caller, 'receiveMessages');
  const { key } = webhookChannel(ctx.desk.memory, ctx.caller.id);
  checkedText(input.webhookId, 'webhook-id', MAX_EXTERNAL_ID_LENGTH);
  const namespace = namespaceOf(key);
  return ctx.desk.contacts.run(`${namespace} ${input.payload.externalId}`, () =>
    decide(ctx, 'receiveWebhook', () => decideOnWebhook(ctx, input, namespace)),
  );
}

async function decideOnWebhook(
  { desk, caller }: Ctx<ChannelCaller>,
  { webhookId, payload }: Incoming,
  namespace: string,
): Promise<Decision<WebhookReceipt>> {
  const { memory, store } = desk;
  const channel = caller.id;
  const catalogue = catalogueAsInMemory(memory);
  const { externalId, name, text, attributes, sentAt, refused: unread } = payload;
  const externalMessageId = payload.messageId ?? webhookId;
  const earlier =
    (await store.webhooks.receipt(channel, webhookId)) ??
    (text === null ? null : await store.receipt(channel, externalMessageId));
  if (earlier) return { expect: [], entries: [], answer: () => earlier };

  const contact = await store.contactByExternalId(namespace, externalId);
  const facts = { catalogue, namespace, externalId, contact, unread };
  if (text === null) {
    const { expect, entries, receipt } = decideFacts(desk, { ...facts, name, attributes });
    const known = { contactId: receipt.contactId, refused: receipt.refused };
    const received = webhookReceived(channel, webhookId, { ...known, message: null });
    return { expect, entries: [...entries, received], answer: () => receipt };
  }
  const conversation = contact && (await store.conversationOf(contact.id, channel));
  const from = { externalId, name, attributes };
  const message = { channel, contact: from, text, externalMessageId, sentAt };
  const crmStanding = await standingOnArrival(desk, channel, contact);
  const { expect, entries, receipt } = decideMessage(desk, {
    ...facts,
    conversation,
    crmStanding,
    message,
  });
  const { contactId, refused, ...written } = receipt;
  const received = webhookReceived(channel, webhookId, { contactId, refused, message: written });
  return { expect, entries: [...entries, received], answer: () => receipt };
}

/** The entry by which the webhook is known when it comes again. */
function webhookReceived(
  channel: string,
  webhookId: string,
  did: {
    contactId: string;
    refused: WebhookReceipt['refused'];
    message: { conversationId: string; messageId: string } | null;
  },
): EntryDraft {
  const { contactId, refused, message } = did;
  return {
    kind: 'webhook.received',
    body: { channel, webhookId, contactId, message },
    personal: { refused },
  };
}
