'use client';

import { useEffect, useState } from 'react';
import { callApi, failureMessage } from '@/components/live/call-api';
import { useCatalogue } from '@/components/live/catalogue';
import type { AttributeDependents, AttributePreview } from '@/lib/desk/wire-attributes';

type Answer<T> = {
  /** Null while it is read for the first time. */
  answer: T | null;
  problem: string | null;
};

/** What depends on an attribute, read again when the catalogue changes. */
export function useDependents(key: string): Answer<AttributeDependents> {
  return useAnswer<AttributeDependents>('GET', `/attributes/${key}/dependents`);
}

/** What disabling an attribute would do to the queue, read again when the catalogue changes. */
export function useDisabling(key: string): Answer<AttributePreview> {
  return useAnswer<AttributePreview>('POST', `/attributes/${key}/preview`, DISABLED);
}

const DISABLED = { enabled: false };

function useAnswer<T>(method: 'GET' | 'POST', path: string, body?: object): Answer<T> {
  const [state, setState] = useState<Answer<T>>({ answer: null, problem: null });
  const catalogue = useCatalogue();
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again with another catalogue
  useEffect(() => {
    const ended = new AbortController();
    callApi<T>(method, path, body, ended.signal).then(
      (answer) => setState({ answer, problem: null }),
      (error) => {
        if (ended.signal.aborted) return;
        setState(({ answer }) => ({ answer, problem: failureMessage(error) }));
      },
    );
    return () => ended.abort();
  }, [method, path, body, catalogue]);
  return state;
}
