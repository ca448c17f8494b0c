import type { Desk } from '@/lib/desk/desk';
import { type NewDelivery, REPLY_EVENT } from '@/lib/desk/endpoint';
import type { Entry } from '@/lib/desk/entry';
import type { EndpointRow } from '@/lib/desk/webhook-store';
import { callBody, contactMark } from './told';

/**
 * The call by which a reply goes on to its customer, none for an entry that is no reply of the
 * endpoint's channel. Its id is the message's: the other side knows a reply that comes twice.
 */
export async function replyDelivery(
  desk: Desk,
  { id: endpointId, channel }: EndpointRow,
  entry: Entry,
): Promise<NewDelivery[]> {
  if (entry.kind !== 'conversation.replied' || entry.body.channel !== channel) return [];
  const { conversationId, contactId, messageId, after } = entry.body;
  const contact = await contactMark(desk, contactId);
  if (!entry.personal || !contact) return [];
  const { text, attachments = [] } = entry.personal;
  const data = {
    messageId,
    conversationId,
    channel,
    contact,
    text,
    attachments,
    author: { name: entry.actor.name },
    status: after.status,
  };
  const delivery: NewDelivery = {
    endpointId,
    webhookId: messageId,
    event: REPLY_EVENT,
    contactId,
    conversationId,
    body: callBody(entry, REPLY_EVENT, data),
  };
  return [delivery];
}
