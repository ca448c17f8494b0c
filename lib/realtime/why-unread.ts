import type { Entry } from '@/lib/desk/entry';
import { previewOf } from '@/lib/desk/preview';
import type { UnreadChanged } from './protocol';

/** An entry about a conversation: after it somebody may have more, or less, to look at. */
export type UnreadEntry = Extract<Entry, { body: { conversationId: string } }>;

export function changesUnread(entry: Entry): entry is UnreadEntry {
  return 'conversationId' in entry.body;
}

/** Everybody who owned the conversation before or after one of the entries. */
export function ownersIn(entries: readonly Entry[]): Set<string> {
  return new Set(
    entries
      .filter(changesUnread)
      .flatMap(({ body }) => [body.before?.ownerId ?? [], body.after.ownerId ?? []])
      .flat(),
  );
}

/** Why a person is told of a conversation, and by whom: the last of what calls them most. */
export function whyUnread(
  personId: string,
  entries: readonly Entry[],
): Pick<UnreadChanged, 'why' | 'by' | 'text'> {
  const others = entries.filter(changesUnread).filter(({ actor }) => actor.id !== personId);
  const mention = others.findLast(
    (entry) =>
      entry.kind === 'conversation.noted' &&
      (entry.body.mentions ?? []).some(({ id }) => id === personId),
  );
  if (mention) return { why: 'mention', by: mention.actor.name, text: textOf(mention) };
  const assignment = others.findLast(
    ({ kind, body }) => kind === 'conversation.assigned' && body.after.ownerId === personId,
  );
  if (assignment) return { why: 'assignment', by: assignment.actor.name, text: textOf(assignment) };
  const message = others.some(({ body }) => 'messageId' in body);
  if (message) return { why: 'message', by: null, text: null };
  return { why: entries.length === 0 ? 'seen' : 'state', by: null, text: null };
}

/** The beginning of what was said with it; null for nothing. */
function textOf({ personal }: Entry): string | null {
  if (personal && 'text' in personal) return previewOf(personal.text);
  if (personal && 'note' in personal && personal.note !== null) return previewOf(personal.note);
  return null;
}
