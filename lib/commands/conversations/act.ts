import { checkedMessage } from '@/lib/desk/checks';
import { asPerson, type Ctx } from '@/lib/desk/context';
import { assignConversation, checkedOwner } from './assign-conversation';
import { boomerangConversation, checkReturn } from './boomerang-conversation';
import { claimConversation } from './claim-conversation';
import type { Worked } from './conversation-facts';
import { releaseConversation } from './release-conversation';
import { setStatus } from './set-status';

/** What can be done to many conversations at once. Times are milliseconds. */
export type Act =
  | { act: 'resolve' | 'pend' | 'new' | 'take' | 'release' }
  | { act: 'assign'; personId: string; note?: string }
  | { act: 'boomerang'; returnsAt: number; note?: string };

/**
 * Throws for an act that no conversation could have done to it: `invalid` with the field,
 * `forbidden` for a token that would take.
 */
export function checkAct(ctx: Ctx, act: Act): void {
  if (act.act === 'take') asPerson(ctx);
  if ('note' in act && act.note !== undefined) checkedMessage(act.note, 'note');
  if (act.act === 'assign') checkedOwner(ctx.desk.memory, act.personId);
  if (act.act === 'boomerang') checkReturn(act.returnsAt, ctx.desk.now());
}

/** Does it to one conversation: what its command promises, and throws as that does. */
export function doAct(ctx: Ctx, act: Act, conversationId: string): Promise<Worked> {
  switch (act.act) {
    case 'resolve':
      return setStatus({ ctx, input: { conversationId, status: 'resolved' } });
    case 'pend':
      return setStatus({ ctx, input: { conversationId, status: 'pending' } });
    case 'new':
      return setStatus({ ctx, input: { conversationId, status: 'new' } });
    case 'take':
      return claimConversation({ ctx, input: { conversationId } });
    case 'release':
      return releaseConversation({ ctx, input: { conversationId } });
    case 'assign':
      return assignConversation({ ctx, input: { ...act, conversationId } });
    case 'boomerang':
      return boomerangConversation({ ctx, input: { ...act, conversationId } });
  }
}
