import { isEmptyValue } from '@/lib/attributes/formats';
import { type CrmStanding, noStanding } from '@/lib/desk/crm';
import type { Desk } from '@/lib/desk/desk';
import type { EntryDraft } from '@/lib/desk/entry';
import type { Contact, Conversation, ConversationState, MessageReceipt } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import type { Expectation } from '@/lib/desk/store';
import { applyValueChanges, decideValues } from '../contacts/decide-values';
import { contactCreated } from '../contacts/upsert-contact';
import { attributesChanged } from '../contacts/write-values';
import { stateOf } from '../conversations/conversation-facts';
import { lookupOnArrival } from '../crm/lookup-asked';
import type { IncomingMessage } from './incoming-message';

type Facts = {
  /** The catalogue as it was before the others were loaded. */
  catalogue: Expectation;
  message: IncomingMessage;
  namespace: string;
  externalId: string;
  contact: Contact | null;
  conversation: Conversation | null;
  /** What could not be read of the message already, and why. */
  unread?: MessageReceipt['refused'];
  /** Where the contact stands with the CRM, as far as its message asks for it. */
  crmStanding: CrmStanding | null;
};

/** Decides what a customer's message changes. Pure but for new ids and the desk's clock. */
export function decideMessage(
  desk: Desk,
  facts: Facts,
): { expect: Expectation[]; entries: EntryDraft[]; receipt: MessageReceipt } {
  const now = desk.now();
  const { memory } = desk;
  const { message } = facts;
  const contact = facts.contact ?? { id: newId(now), revision: 0, values: {} };
  const conversationId = facts.conversation?.id ?? newId(now);
  const messageId = newId(now);
  const { changes, refused } = decideValues({
    attributes: memory.attributes,
    current: contact.values,
    values: incomingValues(message.contact, contact.values),
    as: 'channel',
    now,
  });
  const card = {
    externalId: facts.externalId,
    values: applyValueChanges(contact.values, changes),
  };
  const entries: EntryDraft[] = [];
  if (!facts.contact) entries.push(contactCreated(contact.id, facts.namespace, facts.externalId));
  if (changes.length > 0) entries.push(attributesChanged(contact, 'channel', changes));

  const before = facts.conversation;
  const after: ConversationState = {
    status: 'new',
    ownerId: before?.ownerId ?? null,
    waitingSince: before?.waitingSince ?? now,
    lastActivityAt: now,
    returnsAt: null,
    skippedBy: null,
  };
  const subject = { conversationId, contactId: contact.id, channel: message.channel };
  if (!before) {
    const body = { ...subject, before: null, after };
    entries.push({ kind: 'conversation.opened', body, personal: { contact: card } });
  } else if (before.status === 'resolved') {
    const body = { ...subject, openedAt: before.openedAt, before: stateOf(before), after };
    const personal = { contact: card, preview: before.preview };
    entries.push({ kind: 'conversation.reopened', body, personal });
  }
  const receipt: MessageReceipt = {
    contactId: contact.id,
    conversationId,
    messageId,
    refused: [
      ...(facts.unread ?? []),
      ...refused.map(({ attribute, message }) => ({ attribute, message })),
    ],
  };
  entries.push({
    kind: 'conversation.messageReceived',
    body: {
      ...subject,
      messageId,
      externalMessageId: message.externalMessageId,
      sentAt: message.sentAt,
      before: before ? stateOf(before) : null,
      after,
    },
    personal: { text: message.text, refused: receipt.refused },
  });
  const standing = facts.crmStanding ?? noStanding(contact.id);
  const lookup = lookupOnArrival(desk, message.channel, standing, { changes, nowMs: now });
  return {
    expect: [
      ...lookup.expect,
      facts.catalogue,
      { kind: 'contact', id: contact.id, revision: contact.revision },
      { kind: 'conversation', id: conversationId, revision: before?.revision ?? 0 },
    ],
    entries: [...entries, ...lookup.entries],
    receipt,
  };
}

/**
 * The attributes, and the contact's name while none is known: a channel sends the name with every
 * message, so one that may not be overwritten is no refusal worth telling.
 */
export function incomingValues(
  { name, attributes }: Omit<IncomingMessage['contact'], 'externalId'>,
  current: Contact['values'],
): ReadonlyMap<string, unknown> {
  if (name === undefined || attributes.has('name')) return attributes;
  if (!isEmptyValue(current.name?.value)) return attributes;
  return new Map([...attributes, ['name', name]]);
}
