import type { ConversationDetail, MessageWire, ValueWire } from '@/lib/desk/wire';

/** The priority of a conversation changed while somebody looked, and the values that came with it. */
export type PriorityChange = {
  id: string;
  at: string;
  priority: { from: number; to: number };
  values: ValueWire[];
  /** Attributes that lost their value. */
  cleared: string[];
};

/** How the priority changed between two states, seen at `seenAt`; null if it did not. */
export function priorityChange(
  before: ConversationDetail,
  after: ConversationDetail,
  seenAt: string,
): PriorityChange | null {
  const priority = { from: before.header.priority, to: after.header.priority };
  if (priority.from === priority.to) return null;
  const was = new Map(before.values.map((value) => [value.attribute, value]));
  const is = new Set(after.values.map(({ attribute }) => attribute));
  const values = after.values.filter(({ attribute, value, setAt }) => {
    const old = was.get(attribute);
    return old?.value !== value || old.setAt !== setAt;
  });
  const cleared = [...was.keys()].filter((attribute) => !is.has(attribute));
  return { id: `priority ${after.revision}`, at: seenAt, priority, values, cleared };
}

/** Messages and changes in the order of their times; a message comes first where they are equal. */
export function inOrder(
  messages: readonly MessageWire[],
  changes: readonly PriorityChange[],
): (MessageWire | PriorityChange)[] {
  const moments: (MessageWire | PriorityChange)[] = [];
  let next = 0;
  for (const message of messages) {
    for (let change = changes[next]; change && change.at < message.at; change = changes[next]) {
      moments.push(change);
      next += 1;
    }
    moments.push(message);
  }
  return [...moments, ...changes.slice(next)];
}
