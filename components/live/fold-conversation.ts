import type { ConversationDetail } from '@/lib/desk/wire';
import type { ConversationChanged } from '@/lib/realtime/protocol';

/**
 * What a pane holds after a change: the same object if the change is already in it, or null if it
 * does not follow on what is held and the conversation must be watched again.
 */
export function foldConversation(
  held: ConversationDetail,
  change: ConversationChanged,
): ConversationDetail | null {
  if (change.conversationId !== held.header.conversationId) return held;
  if (change.from !== held.revision) return change.to <= held.revision ? held : null;
  return {
    revision: change.to,
    header: change.header ?? held.header,
    segments: change.segments ?? held.segments,
    values: change.values ?? held.values,
    crm: change.crm === undefined ? held.crm : change.crm,
    messages: change.messages ? append(held.messages, change.messages) : held.messages,
    messageTotal: change.messageTotal,
    trail: change.trail ? append(held.trail, change.trail) : held.trail,
    undelivered: change.undelivered ?? held.undelivered,
  };
}

/**
 * What a pane holds after a fresh snapshot: the snapshot, with the earlier messages that were
 * loaded before, where nothing is missing between the two.
 */
export function refreshConversation(
  held: ConversationDetail,
  snapshot: ConversationDetail,
): ConversationDetail {
  const first = snapshot.messages[0];
  const meeting = first ? held.messages.findIndex((message) => message.id === first.id) : -1;
  if (meeting <= 0) return snapshot;
  return {
    ...snapshot,
    messages: [...held.messages.slice(0, meeting), ...snapshot.messages],
    trail: prepend(held.trail, snapshot.trail),
  };
}

/** What a pane holds once what came before its first message is loaded; it comes oldest first. */
export function prependMessages(
  held: ConversationDetail,
  earlier: Pick<ConversationDetail, 'messages' | 'trail'>,
): ConversationDetail {
  return {
    ...held,
    messages: prepend(earlier.messages, held.messages),
    trail: prepend(earlier.trail, held.trail),
  };
}

function append<T extends { id: string }>(held: T[], arrived: readonly T[]): T[] {
  const unknown = unknownOf(arrived, held);
  return unknown.length === 0 ? held : [...held, ...unknown];
}

function prepend<T extends { id: string }>(earlier: readonly T[], held: T[]): T[] {
  return [...unknownOf(earlier, held), ...held];
}

function unknownOf<T extends { id: string }>(some: readonly T[], held: readonly T[]): T[] {
  const known = new Set(held.map(({ id }) => id));
  return some.filter(({ id }) => !known.has(id));
}
