'use client';

import { useEffect, useState } from 'react';
import { callApiForLines, unreachable } from '@/components/live/call-api';
import type { AttributeCoverage } from '@/lib/desk/wire-attributes';

export type CoverageState = {
  /** How far the count has come; the last one stays until the next has something to tell. */
  coverage: AttributeCoverage | null;
  isCounting: boolean;
  failed: boolean;
};

const NOTHING: CoverageState = { coverage: null, isCounting: true, failed: false };

/** Counts who has an attribute among all contacts, and anew for another one or another of `times`. */
export function useCoverage(key: string, times: number): CoverageState {
  const [state, setState] = useState<CoverageState>(NOTHING);

  // biome-ignore lint/correctness/useExhaustiveDependencies: counts again when it is asked to
  useEffect(() => {
    const ended = new AbortController();
    setState(({ coverage }) => ({ coverage, isCounting: true, failed: false }));
    tell(key, ended.signal, (coverage) => {
      if (!ended.signal.aborted) setState({ coverage, isCounting: !coverage.done, failed: false });
    }).catch(() => {
      if (!ended.signal.aborted) setState({ coverage: null, isCounting: false, failed: true });
    });
    return () => ended.abort();
  }, [key, times]);

  return state;
}

async function tell(
  key: string,
  signal: AbortSignal,
  take: (coverage: AttributeCoverage) => void,
): Promise<void> {
  const path = `/attributes/${key}/coverage`;
  for await (const line of callApiForLines<AttributeCoverage>('GET', path, undefined, signal)) {
    take(line);
    if (line.done) return;
  }
  throw unreachable();
}
