import { fieldsOf } from '@/components/workspace/fields-of';
import type { Attachment } from '@/lib/desk/facts';
import type { MessageWire, PersonMark } from '@/lib/desk/wire';

/** A message on its way: shown before the desk has it, and kept when it did not get there. */
export type Unsent = {
  /** The id that the message has once it is sent. */
  id: string;
  kind: 'reply' | 'note';
  text: string;
  /** The colleagues whom a note calls. */
  mentions: PersonMark[];
  attachments: Attachment[];
  /** What a reply makes of the conversation. */
  status: 'pending' | 'resolved';
  /** Why it did not get there; null while it is under way. */
  problem: string | null;
};

/** The unsent as they were stored; null unless every one of them is one. */
export function parseUnsent(stored: unknown): Unsent[] | null {
  if (!Array.isArray(stored)) return null;
  const parsed = stored.flatMap((one) => parseOne(one) ?? []);
  return parsed.length === stored.length ? parsed : null;
}

function parseOne(stored: unknown): Unsent | null {
  const { id, kind, text, mentions, attachments, status, problem } = fieldsOf(stored);
  if (typeof id !== 'string' || typeof text !== 'string') return null;
  if (kind !== 'reply' && kind !== 'note') return null;
  if (status !== 'pending' && status !== 'resolved') return null;
  if (problem !== null && typeof problem !== 'string') return null;
  const parts = { mentions: parseMarks(mentions), attachments: parseAttachments(attachments) };
  return { id, kind, text, ...parts, status, problem };
}

function parseMarks(stored: unknown): PersonMark[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((one) => {
    const { id, name } = fieldsOf(one);
    return typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : [];
  });
}

function parseAttachments(stored: unknown): Attachment[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((one) => {
    const { id, name, type, bytes } = fieldsOf(one);
    if (typeof id !== 'string' || typeof name !== 'string') return [];
    return typeof type === 'string' && typeof bytes === 'number' ? [{ id, name, type, bytes }] : [];
  });
}

/** Those that the conversation does not show yet: one that failed on its way back may have arrived all the same. */
export function stillUnsent(
  unsent: readonly Unsent[],
  messages: readonly MessageWire[],
): readonly Unsent[] {
  if (unsent.length === 0) return unsent;
  const arrived = new Set(messages.map(({ id }) => id));
  return unsent.filter(({ id }) => !arrived.has(id));
}
