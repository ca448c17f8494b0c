import type { Refusal } from '@/lib/realtime/protocol';
import type { DeskSocket } from './socket';

type Answered<Answer> = (lost: Error | null, answer: Answer | Refusal) => void;

export type Watching = {
  /** The number of the last watch asked for: what was heard under another may have missed something. */
  number(): number;
};

/**
 * Asks for a watch at once, after every reconnect, and again when its answer was lost. `take` is
 * given the answer to the last one asked for, and none that came after the line broke.
 */
export function watchAgain<Answer extends object>(
  socket: DeskSocket,
  ask: (answered: Answered<Answer>) => void,
  take: (answer: Answer) => void,
): Watching {
  let number = 0;
  const watch = () => {
    number += 1;
    const asked = number;
    ask((lost, answer) => {
      if (asked !== number) return;
      if (lost) {
        if (socket.connected) watch();
      } else if (!('error' in answer)) take(answer);
    });
  };
  socket.on('connect', watch);
  socket.on('disconnect', () => {
    number += 1;
  });
  if (socket.connected) watch();
  return { number: () => number };
}
