import type { Ctx } from '@/lib/desk/context';
import type { Entry, EntryDraft, Undone } from '@/lib/desk/entry';
import { notFound } from '@/lib/desk/errors';
import {
  catalogueAsInMemory,
  contactAsLoaded,
  conversationAsLoaded,
} from '@/lib/desk/expectations';
import type { Contact, Conversation, ConversationState } from '@/lib/desk/facts';
import type { Expectation } from '@/lib/desk/store';

/** What every command on a conversation answers: the revision of its last entry. */
export type Worked = { conversationId: string; revision: number };

/** The conversation, or `not_found`. */
export async function loadConversation(ctx: Ctx, id: string): Promise<Conversation> {
  const conversation = await ctx.desk.store.conversation(id);
  if (!conversation) throw notFound(`There is no conversation ${id}.`);
  return conversation;
}

/** The part of a conversation that entries tell before and after. */
export function stateOf(conversation: Conversation): ConversationState {
  const { status, ownerId, waitingSince, lastActivityAt, returnsAt, skippedBy } = conversation;
  return { status, ownerId, waitingSince, lastActivityAt, returnsAt, skippedBy };
}

/** What every entry about a change of the conversation says. */
export function changeOf(conversation: Conversation, after: ConversationState) {
  return {
    conversationId: conversation.id,
    contactId: conversation.contactId,
    channel: conversation.channel,
    before: stateOf(conversation),
    after,
  };
}

export function worked(conversation: Conversation) {
  return (entries: readonly Entry[]): Worked => ({
    conversationId: conversation.id,
    revision: entries.at(-1)?.revision ?? conversation.revision,
  });
}

/**
 * The entry that brings a resolved conversation back into the queue, with what memory needs of
 * its contact; none if the conversation is open. `undone` is the act it takes back, if it does.
 */
export async function comingBack(
  ctx: Ctx,
  conversation: Conversation,
  after: ConversationState,
  undone?: Undone,
): Promise<{ entries: EntryDraft[]; expect: Expectation[] }> {
  const expect: Expectation[] = [conversationAsLoaded(conversation)];
  if (conversation.status !== 'resolved' || after.status === 'resolved')
    return { entries: [], expect };
  // An attribute that is deleted meanwhile must not come back with the contact.
  expect.push(catalogueAsInMemory(ctx.desk.memory));
  const contact: Contact | null = await ctx.desk.store.contact(conversation.contactId);
  if (!contact) throw notFound(`The contact of conversation ${conversation.id} is gone.`);
  const { externalId, values } = contact;
  const entry: EntryDraft = {
    kind: 'conversation.reopened',
    body: {
      ...changeOf(conversation, after),
      openedAt: conversation.openedAt,
      ...(undone && { undone }),
    },
    personal: { contact: { externalId, values }, preview: conversation.preview },
  };
  return { entries: [entry], expect: [...expect, contactAsLoaded(contact)] };
}
