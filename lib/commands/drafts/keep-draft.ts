import { checkedUnsent, MAX_DRAFTS } from '@/lib/desk/checks';
import { asPerson, authorise, type Ctx } from '@/lib/desk/context';
import { conflict } from '@/lib/desk/errors';
import type { Draft } from '@/lib/desk/facts';
import { loadConversation } from '../conversations/conversation-facts';

export type DraftInput = Pick<Draft, 'conversationId' | 'mode' | 'reply' | 'note' | 'after'> & {
  /** How long ago it was written, in milliseconds. */
  agoMs?: number;
};

/**
 * Keeps what the caller has written and not sent; empty texts take it away. What was written last
 * wins, whatever arrives last. Answers the draft as it is now: with empty texts if there is none.
 * Throws `forbidden` for a token, `not_found`, `invalid` for a text too long, `conflict` for a
 * draft too many.
 */
export async function keepDraft({ ctx, input }: { ctx: Ctx; input: DraftInput }): Promise<Draft> {
  authorise(ctx.caller, 'work');
  const { desk, caller } = asPerson(ctx);
  const { conversationId, mode, after, agoMs = 0 } = input;
  const reply = checkedUnsent(input.reply, 'reply');
  const note = checkedUnsent(input.note, 'note');
  await loadConversation(ctx, conversationId);
  const before = await desk.store.draft(caller.id, conversationId);
  const isNew = before === null && (reply !== '' || note !== '');
  if (isNew && (await desk.store.draftsOf(caller.id)).length >= MAX_DRAFTS)
    throw conflict(`You have ${MAX_DRAFTS} drafts, and no more fit. Send or clear one of them.`);
  const now = desk.now();
  const kept = before?.writtenAt ?? 0;
  // After a clock was set back, what is written now is still later than what is kept.
  const writtenAt = kept > now ? kept + 1 : now - agoMs;
  const draft = { personId: caller.id, conversationId, mode, reply, note, after, writtenAt };
  await desk.drafts.keep(draft);
  const none = { ...draft, reply: '', note: '', after: null };
  return (await desk.store.draft(caller.id, conversationId)) ?? none;
}
