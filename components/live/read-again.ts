import { callApi } from './call-api';

/** Something that screens keep of the desk, and read again whenever it may have changed. */
export type ReadAgain<T> = {
  /** Gives every answer to the taker; returns how to stop. */
  take: (taker: (answer: T) => void) => () => void;
  /**
   * What was written before the call is in the answer once the promise resolves. A read that fails
   * keeps the last one: the next change or reconnect reads again.
   */
  refresh: () => Promise<void>;
};

/** Makes such a reader of a path of the API; reads that are asked for at once share an answer. */
export function readAgain<T>(path: string): ReadAgain<T> {
  const takers = new Set<(answer: T) => void>();
  let reading: Promise<void> | null = null;
  let askedMeanwhile = false;

  async function readUntilQuiet() {
    do {
      askedMeanwhile = false;
      const answer = await callApi<T>('GET', path);
      for (const take of takers) take(answer);
    } while (askedMeanwhile);
  }

  return {
    take(taker) {
      takers.add(taker);
      return () => {
        takers.delete(taker);
      };
    },
    refresh() {
      if (takers.size === 0) return Promise.resolve();
      if (reading) {
        askedMeanwhile = true;
        return reading;
      }
      reading = readUntilQuiet()
        .catch(() => undefined)
        .finally(() => {
          reading = null;
        });
      return reading;
    },
  };
}
