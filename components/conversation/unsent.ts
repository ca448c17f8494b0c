import { fieldsOf } from '@/components/workspace/fields-of';
import type { MessageWire } from '@/lib/desk/wire';

/** A message on its way: shown before the desk has it, and kept when it did not get there. */
export type Unsent = {
  id: string;
  kind: 'reply' | 'note';
  text: string;
  /** What a reply makes of the conversation. */
  status: 'pending' | 'resolved';
  /** The last message there was when it was sent, if any. */
  after: string | null;
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
  const { id, kind, text, status, after, problem } = fieldsOf(stored);
  if (typeof id !== 'string' || typeof text !== 'string') return null;
  if (kind !== 'reply' && kind !== 'note') return null;
  if (status !== 'pending' && status !== 'resolved') return null;
  if (after !== null && typeof after !== 'string') return null;
  if (problem !== null && typeof problem !== 'string') return null;
  return { id, kind, text, status, after, problem };
}

/**
 * Those that the conversation does not show yet. One that failed on its way back has arrived all
 * the same: it stands among the messages after the one it was sent after.
 */
export function stillUnsent(
  unsent: readonly Unsent[],
  messages: readonly MessageWire[],
  meId: string,
): Unsent[] {
  const taken = new Set<string>();
  return unsent.filter((waiting) => {
    const start = messages.findIndex(({ id }) => id === waiting.after) + 1;
    const arrived = messages
      .slice(start)
      .find(
        (message) =>
          !taken.has(message.id) &&
          message.author?.id === meId &&
          message.kind === waiting.kind &&
          message.text.trim() === waiting.text.trim(),
      );
    if (arrived) taken.add(arrived.id);
    return arrived === undefined;
  });
}

/**
 * What is left once one of them has arrived as a message: those of the same words are looked for
 * after it, or it would be taken for them.
 */
export function withoutArrived(
  unsent: readonly Unsent[],
  arrived: Unsent,
  messageId: string,
): Unsent[] {
  return unsent
    .filter(({ id }) => id !== arrived.id)
    .map((one) =>
      one.kind === arrived.kind && one.after === arrived.after && one.text === arrived.text
        ? { ...one, after: messageId }
        : one,
    );
}
