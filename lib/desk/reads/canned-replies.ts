import { authorise, type Ctx } from '../context';
import { isoTime } from '../iso-time';
import type { CannedReplyRow } from '../store';
import type { CannedReplyWire } from '../wire';

/** All canned replies by title, for whoever sees the queue. Throws `forbidden`. */
export async function readCannedReplies({ desk, caller }: Ctx): Promise<CannedReplyWire[]> {
  authorise(caller, 'see');
  const replies = await desk.store.cannedReplies();
  return replies
    .sort((a, b) => a.title.localeCompare(b.title) || (a.id < b.id ? -1 : 1))
    .map(cannedReplyWire);
}

export function cannedReplyWire(reply: CannedReplyRow): CannedReplyWire {
  return { ...reply, changedAt: isoTime(reply.changedAt) };
}
