import type { ConversationDetail } from '@/lib/desk/wire';
import { type QueueFilter, UNOWNED } from '@/lib/ranking/filter';

/** Why a row is no longer where it was, from what its conversation says now. */
export function leftWords(
  { header, segments }: Pick<ConversationDetail, 'header' | 'segments'>,
  filter: QueueFilter,
  myId: string,
): string {
  const { status, owner } = header;
  if (status === 'resolved') return 'Resolved';
  if (status !== (filter.status ?? 'new')) {
    if (status === 'new') return 'Waits for an answer again';
    if (header.returnsAt !== null) return 'Put away for later';
    return owner ? `Answered by ${owner.id === myId ? 'you' : owner.name}` : 'Now pending';
  }
  if (!ownerFits(owner?.id ?? null, filter.owner, myId)) {
    if (!owner) return 'Released';
    return `Taken by ${owner.id === myId ? 'you' : owner.name}`;
  }
  return segmentsFit(new Set(segments.map(({ id }) => id)), filter)
    ? 'Moved down'
    : 'No longer matches';
}

function ownerFits(ownerId: string | null, wanted: string | undefined, myId: string): boolean {
  if (wanted === undefined) return true;
  if (wanted === UNOWNED) return ownerId === null;
  return ownerId === (wanted === 'mine' ? myId : wanted);
}

function segmentsFit(matching: ReadonlySet<string>, { segments = [], match }: QueueFilter) {
  if (segments.length === 0) return true;
  if (match === 'all') return segments.every((id) => matching.has(id));
  const some = segments.some((id) => matching.has(id));
  return match === 'none' ? !some : some;
}
