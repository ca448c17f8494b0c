import { asPerson, authorise, type Ctx } from '../context';
import type { Unread } from '../facts';
import type { UnreadWire } from '../wire';

/** Where the caller has something unread, by conversation. Throws `forbidden` for a token. */
export async function readUnread(ctx: Ctx): Promise<UnreadWire[]> {
  authorise(ctx.caller, 'see');
  const { desk, caller } = asPerson(ctx);
  return (await desk.store.unreadOf(caller.id)).map(unreadWire);
}

export function unreadWire({ personId: _, ...unread }: Unread): UnreadWire {
  return unread;
}

/** Of a conversation in which a person has nothing unread. */
export function nothingUnread(conversationId: string): UnreadWire {
  return {
    conversationId,
    owned: false,
    looked: false,
    messages: 0,
    firstMessageId: null,
    mentioned: false,
    assigned: false,
  };
}
