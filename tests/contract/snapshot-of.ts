import type { Contact, Conversation } from '@/lib/desk/facts';
import type { DeskStart, OpenConversation, Store } from '@/lib/desk/store';

/** All that a store gives to memory, together. */
export type Snapshot = DeskStart & {
  conversations: Conversation[];
  /** Those of the conversations, each once, by id. */
  contacts: Contact[];
};

/** Reads it as memory would be loaded. */
export async function snapshotOf(store: Pick<Store, 'load'>): Promise<Snapshot> {
  const read = await store.load((start) => {
    const conversations: Conversation[] = [];
    const contacts = new Map<string, Contact>();
    return {
      start,
      conversations,
      contacts,
      admit(page: readonly OpenConversation[]) {
        for (const { conversation, contact } of page) {
          conversations.push(conversation);
          contacts.set(contact.id, contact);
        }
      },
    };
  });
  const contacts = [...read.contacts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...read.start, conversations: read.conversations, contacts };
}
