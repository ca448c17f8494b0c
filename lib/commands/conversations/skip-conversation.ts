import { checkedText } from '@/lib/desk/checks';
import { asPerson, authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict } from '@/lib/desk/errors';
import { conversationAsLoaded } from '@/lib/desk/expectations';
import { changeOf, loadConversation, stateOf, type Worked, worked } from './conversation-facts';

const MAX_REASON_LENGTH = 200;

/**
 * The caller lets a New conversation of theirs go, and says why: it stands unowned where it stood,
 * and others are offered it at once. Take next does not offer it to the caller again until the
 * customer writes, somebody answers, or it changes hands in another way than by skipping: it is
 * given to somebody, released, or resolved. That another takes it and skips it too changes nothing
 * of this, or two would hand it back and forth. Who has skipped it may still take it by hand, which
 * ends it. Throws `invalid` for a reason that is empty or longer than 200 characters, `conflict` for
 * a conversation that is not theirs, or is not New.
 */
export async function skipConversation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { conversationId: string; reason: string };
}): Promise<Worked> {
  authorise(ctx.caller, 'work');
  const { caller } = asPerson(ctx);
  const reason = checkedText(input.reason, 'reason', MAX_REASON_LENGTH);
  return decide(ctx, 'skipConversation', async () => {
    const conversation = await loadConversation(ctx, input.conversationId);
    if (conversation.ownerId !== caller.id)
      throw conflict('You can skip what you have taken, and this conversation is not yours.');
    if (conversation.status !== 'new')
      throw conflict('This conversation waits for nobody: there is nothing to skip.');
    const skippedBy = [...(conversation.skippedBy ?? []), caller.id].sort();
    const after = { ...stateOf(conversation), ownerId: null, skippedBy };
    return {
      expect: [conversationAsLoaded(conversation)],
      entries: [
        {
          kind: 'conversation.skipped',
          body: changeOf(conversation, after),
          personal: { reason },
        },
      ],
      answer: worked(conversation),
    };
  });
}
