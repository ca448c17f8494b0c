'use client';

import { useEffect, useState } from 'react';
import { callApiForLines, unreachable } from '@/components/live/call-api';
import type { AttributeCoverage } from '@/lib/desk/wire-attributes';

export type CoverageState = {
  /** How far the count has come; null before it has told anything. */
  coverage: AttributeCoverage | null;
  failed: boolean;
};

/** Counts who has an attribute among all contacts, and anew for another one or another of `times`. */
export function useCoverage(key: string, times: number): CoverageState {
  const [state, setState] = useState<CoverageState>({ coverage: null, failed: false });

  // biome-ignore lint/correctness/useExhaustiveDependencies: counts again when it is asked to
  useEffect(() => {
    const ended = new AbortController();
    setState(({ coverage }) => ({ coverage, failed: false }));
    tell(key, ended.signal, (coverage) => {
      if (!ended.signal.aborted) setState({ coverage, failed: false });
    }).catch(() => {
      if (!ended.signal.aborted) setState({ coverage: null, failed: true });
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
