import type { ConversationDetail, ValueWire } from '@/lib/desk/wire';

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

/** Two lists, each in the order of its times, as one; what is in the first comes first where they are equal. */
export function inOrder<A extends { at: string }, B extends { at: string }>(
  firsts: readonly A[],
  seconds: readonly B[],
): (A | B)[] {
  const moments: (A | B)[] = [];
  let next = 0;
  for (const first of firsts) {
    for (let second = seconds[next]; second && second.at < first.at; second = seconds[next]) {
      moments.push(second);
      next += 1;
    }
    moments.push(first);
  }
  return [...moments, ...seconds.slice(next)];
}
