'use client';

import { useEffect, useState } from 'react';
import { callApi, failureMessage } from '@/components/live/call-api';
import type { SearchWire } from '@/lib/desk/wire-search';

/** How long somebody types on before it is asked. */
const TYPING_MS = 120;
/** How often it is asked again while the index is filled. */
const FILLING_MS = 2_000;

type Answered = { answer: SearchWire; query: string };

/**
 * Searches for what the query string says, once typing pauses. The last answer stays until the next
 * is there; what is not asked any more is given up, and never shown late.
 */
export function useSearch(query: string | null, limit: number) {
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const path = query === null ? null : `/search${query}&limit=${limit}`;
  const isFilling = answered !== null && answered.answer.indexed < 1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt asks the same again.
  useEffect(() => {
    setFailure(null);
    if (path === null) {
      setAnswered(null);
      return;
    }
    const leaving = new AbortController();
    const typing = setTimeout(async () => {
      try {
        const answer = await callApi<SearchWire>('GET', path, undefined, leaving.signal);
        if (!leaving.signal.aborted) setAnswered({ answer, query: path });
      } catch (thrown) {
        if (!leaving.signal.aborted) setFailure(failureMessage(thrown));
      }
    }, TYPING_MS);
    return () => {
      clearTimeout(typing);
      leaving.abort();
    };
  }, [path, attempt]);

  const retry = () => setAttempt((before) => before + 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer is waited after anew.
  useEffect(() => {
    if (!isFilling) return;
    const again = setTimeout(retry, FILLING_MS);
    return () => clearTimeout(again);
  }, [isFilling, answered]);

  return {
    answer: path === null ? null : (answered?.answer ?? null),
    failure,
    /** The answer shown is of what was asked before. */
    isBusy: path !== null && failure === null && answered?.query !== path,
    retry,
  };
}
