'use client';

import { useEffect, useState } from 'react';
import { callApi, failureMessage } from '@/components/live/call-api';

/** What leans on an attribute: segments by name, and how many contacts have a value. */
export type Dependents = { segments: { id: string; name: string }[]; contacts: number };

/** The dependents, read when first shown; `null` while they are being read. */
export function useDependents(key: string): {
  dependents: Dependents | null;
  problem: string | null;
} {
  const [dependents, setDependents] = useState<Dependents | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let shown = true;
    callApi<Dependents>('GET', `/attributes/${key}/dependents`).then(
      (answer) => shown && setDependents(answer),
      (error) => shown && setProblem(failureMessage(error)),
    );
    return () => {
      shown = false;
    };
  }, [key]);
  return { dependents, problem };
}
