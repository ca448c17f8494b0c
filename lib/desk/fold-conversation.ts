import type { ContactCard, Entry } from './entry';
import type { Conversation, ConversationState } from './facts';
import type { Memory } from './memory';
import { previewOf } from './preview';

/** Folds an entry about a contact's values or a conversation. */
export function foldConversation(memory: Memory, entry: Entry): void {
  switch (entry.kind) {
    case 'contact.attributesChanged': {
      const contact = memory.contacts.get(entry.body.contactId);
      if (!contact || !entry.personal) break;
      const { attributes } = entry.body;
      const before = attributes.map((attribute) => contact.values.get(attribute));
      for (const { attribute, after } of entry.personal.changes) {
        if (after) contact.values.set(attribute, after);
        else contact.values.delete(attribute);
      }
      contact.revision = entry.revision;
      contact.matches = memory.matcher.rematch(contact.matches, attributes, contact.values, before);
      memory.rank(contact);
      break;
    }
    case 'conversation.opened':
      if (!entry.personal) break;
      enter(memory, entry.personal.contact, entry.body.contactId, {
        ...entry.body.after,
        id: entry.body.conversationId,
        contactId: entry.body.contactId,
        channel: entry.body.channel,
        openedAt: entry.at,
        preview: '',
        revision: entry.revision,
      });
      break;
    case 'conversation.reopened':
      if (!entry.personal) break;
      enter(memory, entry.personal.contact, entry.body.contactId, {
        ...entry.body.after,
        id: entry.body.conversationId,
        contactId: entry.body.contactId,
        channel: entry.body.channel,
        openedAt: entry.body.openedAt,
        preview: entry.personal.preview,
        revision: entry.revision,
      });
      break;
    case 'conversation.messageReceived':
    case 'conversation.replied':
      change(memory, entry, entry.body.after, entry.personal && previewOf(entry.personal.text));
      break;
    case 'conversation.noted':
    case 'conversation.claimed':
    case 'conversation.released':
    case 'conversation.assigned':
    case 'conversation.statusChanged':
      change(memory, entry, entry.body.after, null);
      break;
    default:
  }
}

/** A conversation comes into the queue, and its contact into memory if it is not there yet. */
function enter(
  memory: Memory,
  card: ContactCard,
  contactId: string,
  conversation: Conversation,
): void {
  let contact = memory.contacts.get(contactId);
  if (!contact) {
    const values = new Map(Object.entries(card.values));
    contact = {
      id: contactId,
      externalId: card.externalId,
      values,
      revision: 0,
      matches: memory.matcher.matches(values),
      conversationIds: new Set(),
    };
    memory.contacts.set(contactId, contact);
  }
  contact.conversationIds.add(conversation.id);
  memory.conversations.set(conversation.id, conversation);
  memory.rank(contact);
}

/** A conversation of the queue has a new state; a resolved one leaves, with its contact if it was the last. */
function change(
  memory: Memory,
  entry: { revision: number; body: { conversationId: string } },
  state: ConversationState,
  preview: string | null,
): void {
  const before = memory.conversations.get(entry.body.conversationId);
  const contact = before && memory.contacts.get(before.contactId);
  if (!before || !contact) return;
  if (state.status !== 'resolved') {
    memory.conversations.set(before.id, {
      ...before,
      ...state,
      preview: preview ?? before.preview,
      revision: entry.revision,
    });
    memory.rank(contact);
    return;
  }
  memory.conversations.delete(before.id);
  memory.queue.remove(before.id);
  contact.conversationIds.delete(before.id);
  if (contact.conversationIds.size === 0) memory.contacts.delete(contact.id);
}
