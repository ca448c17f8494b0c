import { authorise, type Ctx, may } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import type { Entry } from '@/lib/desk/entry';
import { conflict, forbidden, invalid } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import type { Conversation, ConversationState } from '@/lib/desk/facts';
import { undoValues } from '../contacts/undo-values';
import { changeOf, comingBack, loadConversation, type Worked, worked } from './conversation-facts';
import { stateBefore, tooLateBecause } from './state-before';

/**
 * Takes back what was done to a conversation, or to the values of its contact by hand: the act whose
 * answer gave `revision`, else the last one. All is as it was before it, owner and waiting since
 * too; a reply that resolved it stays sent, so that the customer is waited for. One takes back one's
 * own acts and the desk's; supervisors and admins anyone's. Throws `conflict` when something has
 * happened since, or the act cannot be taken back, `invalid` for a revision that is no act on this
 * conversation, `forbidden`.
 */
export async function undoAct({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { conversationId: string; revision?: number };
}): Promise<Worked> {
  authorise(ctx.caller, 'work');
  const found = await loadConversation(ctx, input.conversationId);
  const act =
    input.revision === undefined
      ? await lastAct(ctx, found)
      : await actAt(ctx, found, input.revision);
  const undo = wayBack(ctx, found, act);
  if (!undo) throw conflict('What was done here last cannot be undone.');
  const mine = act.actor.id === ctx.caller.id || act.actor.kind === 'system';
  if (!mine && !may(ctx.caller, 'assignAnyone'))
    throw forbidden(`Only ${act.actor.name}, a supervisor or an admin can undo this.`);
  return undo();
}

/** How to take the act back, or null if it stays for good. */
function wayBack(ctx: Ctx, { id }: Conversation, act: Entry): (() => Promise<Worked>) | null {
  if (act.kind === 'contact.attributesChanged') {
    if (act.body.undone) return null;
    return async () => ({
      conversationId: id,
      revision: await undoValues({ ctx, input: { act } }),
    });
  }
  const before = stateBefore(act);
  return before && (() => undoChange(ctx, id, act, before));
}

function undoChange(
  ctx: Ctx,
  conversationId: string,
  act: Entry,
  before: ConversationState,
): Promise<Worked> {
  return decide(ctx, 'undoAct', async () => {
    const conversation = await loadConversation(ctx, conversationId);
    const last = await ctx.desk.store.lastEntryOfConversation(conversationId);
    if (last?.revision !== act.revision) throw conflict(tooLateBecause(last, act));
    const undone = { revision: act.revision, kind: act.kind };
    const after = stateAgain(ctx, conversation, before);
    const { entries, expect } = await comingBack(ctx, conversation, after, undone);
    expect.push(catalogueAsInMemory(ctx.desk.memory));
    if (entries.length === 0) {
      const body = { ...changeOf(conversation, after), undone };
      entries.push({ kind: 'conversation.undone', body });
    }
    return { expect, entries, answer: worked(conversation) };
  });
}

/** The state before, as it can be now. */
function stateAgain(
  { desk }: Ctx,
  { status }: Conversation,
  before: ConversationState,
): ConversationState {
  // Who is no longer here owns nothing.
  const owner = desk.memory.people.get(before.ownerId ?? '');
  // One that was resolved because it was forgotten would be so again within a second.
  const isPendingAgain = before.status === 'pending' && status !== 'pending';
  return {
    ...before,
    ownerId: owner?.active ? owner.id : null,
    lastActivityAt: isPendingAgain ? desk.now() : before.lastActivityAt,
  };
}

/** The newer of the last entry about the conversation and the last values written by hand. */
async function lastAct(ctx: Ctx, { id, contactId }: Conversation): Promise<Entry> {
  const { store } = ctx.desk;
  const last = await store.lastEntryOfConversation(id);
  const contact = await store.contact(contactId);
  const written =
    contact && contact.revision > (last?.revision ?? 0)
      ? await entryAt(ctx, contact.revision)
      : null;
  const byHand =
    written?.kind === 'contact.attributesChanged' && written.body.source === 'agent'
      ? written
      : null;
  const act = byHand ?? last;
  if (act === null) throw conflict('Nothing is known that could be undone here.');
  return act;
}

async function actAt(ctx: Ctx, conversation: Conversation, revision: number): Promise<Entry> {
  const entry = await entryAt(ctx, revision);
  const isOfIt =
    entry !== null &&
    ('conversationId' in entry.body
      ? entry.body.conversationId === conversation.id
      : entry.kind === 'contact.attributesChanged' &&
        entry.body.contactId === conversation.contactId);
  if (!isOfIt) throw invalid('This revision is no act on this conversation.', 'revision');
  return entry;
}

async function entryAt({ desk }: Ctx, revision: number): Promise<Entry | null> {
  const [entry] = await desk.store.entriesAfter(revision - 1, 1);
  return entry?.revision === revision ? entry : null;
}
