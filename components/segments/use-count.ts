'use client';

import { useEffect, useState } from 'react';
import type { ContactCount } from '@/lib/desk/wire';
import { askCount, type SegmentQuestion } from './ask-preview';

export type CountState = {
  /** How far the count has come; the last one stays until the next has something to tell. */
  count: ContactCount | null;
  /** Whether `count` answers what is asked now. */
  current: boolean;
  failed: boolean;
};

const NOTHING: CountState = { count: null, current: false, failed: false };

/**
 * Counts among all contacts, anew for every other `question`, which ends the older one, and when
 * `retries` changes. Null means that there is nothing to ask yet.
 */
export function useCount(question: SegmentQuestion | null, retries: number): CountState {
  const [state, setState] = useState<CountState>(NOTHING);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again on a retry
  useEffect(() => {
    setState(({ count }) => ({ count, current: false, failed: false }));
    if (question === null) return;
    const ended = new AbortController();
    askCount(question, ended.signal, (count) => {
      if (!ended.signal.aborted) setState({ count, current: true, failed: false });
    }).catch(() => {
      if (!ended.signal.aborted) setState({ count: null, current: false, failed: true });
    });
    return () => ended.abort();
  }, [question, retries]);

  return state;
}
