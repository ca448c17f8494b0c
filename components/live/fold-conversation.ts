import type { ConversationDetail, MessageWire } from '@/lib/desk/wire';
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
    messages: change.messages ? append(held.messages, change.messages) : held.messages,
    messageTotal: change.messageTotal,
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
  return { ...snapshot, messages: [...held.messages.slice(0, meeting), ...snapshot.messages] };
}

/** What a pane holds once messages from before its first one are loaded; they come oldest first. */
export function prependMessages(
  held: ConversationDetail,
  earlier: readonly MessageWire[],
): ConversationDetail {
  const known = new Set(held.messages.map((message) => message.id));
  const unknown = earlier.filter((message) => !known.has(message.id));
  return { ...held, messages: [...unknown, ...held.messages] };
}

function append(held: MessageWire[], arrived: readonly MessageWire[]): MessageWire[] {
  const known = new Set(held.map((message) => message.id));
  const unknown = arrived.filter((message) => !known.has(message.id));
  return unknown.length === 0 ? held : [...held, ...unknown];
}
