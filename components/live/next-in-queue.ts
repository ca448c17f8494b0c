/** Where the queue on screen goes on after a conversation. */
type NextOf = (conversationId: string) => string | null;

let next: NextOf | null = null;

/** The list that is on screen says what comes next in it; gives what ends that. */
export function sayNextInQueue(of: NextOf): () => void {
  next = of;
  return () => {
    if (next === of) next = null;
  };
}

/** The conversation to go on with after this one, or null where there is none. */
export function nextInQueue(conversationId: string): string | null {
  return next?.(conversationId) ?? null;
}
