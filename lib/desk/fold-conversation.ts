import type { ContactCard, Entry } from './entry';
import type { Conversation, ConversationState } from './facts';
import type { Memory } from './memory';
import { previewOfWritten } from './preview';

/** Folds an entry about a contact's values or a conversation. */
export function foldConversation(memory: Memory, entry: Entry): void {
  switch (entry.kind) {
    case 'contact.attributesChanged': {
      const contact = memory.contacts.get(entry.body.contactId);
      if (!contact || !entry.personal) break;
      const changed = entry.personal.changes.map(({ attribute, after }) => ({
        attribute,
        before: memory.columns.column(attribute).set(contact.handle, after),
      }));
      contact.revision = entry.revision;
      contact.matches = memory.matcher.rematch(contact.handle, contact.matches, changed);
      memory.rank(contact);
      break;
    }
    case 'contact.forgotten': {
      const contact = memory.contacts.get(entry.body.contactId);
      for (const id of contact?.conversationIds ?? []) {
        const conversation = memory.conversations.get(id);
        if (contact && conversation) memory.letGo(conversation, contact);
      }
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
      change(memory, entry, entry.body.after, entry.personal && previewOfWritten(entry.personal));
      break;
    case 'conversation.noted':
    case 'conversation.claimed':
    case 'conversation.released':
    case 'conversation.skipped':
    case 'conversation.assigned':
    case 'conversation.statusChanged':
    case 'conversation.boomeranged':
    case 'conversation.cameBack':
    case 'conversation.undone':
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
  const contact =
    memory.contacts.get(contactId) ?? memory.meet({ ...card, id: contactId, revision: 0 });
  memory.hold(conversation, contact);
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
    const after = { ...before, ...state, preview: preview ?? before.preview };
    memory.hold({ ...after, revision: entry.revision }, contact);
    memory.rank(contact);
    return;
  }
  memory.letGo(before, contact);
}
