import { checkedMessage } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, invalid } from '@/lib/desk/errors';
import { conversationAsLoaded } from '@/lib/desk/expectations';
import { changeOf, loadConversation, stateOf, type Worked, worked } from './conversation-facts';

const LONGEST_MS = 366 * 86_400_000;

/**
 * Puts an open conversation away until a moment, in milliseconds, with a note on why. It is Pending
 * until then, or until the customer writes, and keeps its owner and its waiting since: when it is
 * back, it stands where it stood. Throws `invalid` for a moment that is past or over a year away,
 * `conflict` for a resolved conversation.
 */
export async function boomerangConversation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { conversationId: string; returnsAt: number; note?: string };
}): Promise<Worked> {
  authorise(ctx.caller, 'work');
  const { returnsAt } = input;
  checkReturn(returnsAt, ctx.desk.now());
  const note = input.note ? checkedMessage(input.note, 'note') : null;
  return decide(ctx, 'boomerangConversation', async () => {
    const conversation = await loadConversation(ctx, input.conversationId);
    if (conversation.status === 'resolved') throw conflict('This conversation is resolved.');
    const after = { ...stateOf(conversation), status: 'pending' as const, returnsAt };
    return {
      expect: [conversationAsLoaded(conversation)],
      entries: [
        {
          kind: 'conversation.boomeranged',
          body: changeOf(conversation, after),
          personal: { note },
        },
      ],
      answer: worked(conversation),
    };
  });
}

/** Throws `invalid` for a moment that nothing can be put away until; milliseconds. */
export function checkReturn(returnsAt: number, now: number): void {
  if (returnsAt <= now) throw invalid('This moment is past already.', 'returnsAt');
  if (returnsAt > now + LONGEST_MS) throw invalid('This is more than a year away.', 'returnsAt');
}
