'use client';

import { useEffect, useState } from 'react';
import { failureMessage } from '@/components/live/call-api';
import { useCatalogue } from '@/components/live/catalogue';
import type { SegmentPreview } from '@/lib/desk/wire';
import type { Condition, Join } from '@/lib/segments/segment';
import { askPreview, type SegmentQuestion } from './ask-preview';

const TYPING_PAUSE_MS = 150;

export type PreviewState = {
  /** Among contacts with an open conversation; the last answer stays while the next is awaited. */
  open: SegmentPreview | null;
  /** Whether `open` answers what is asked now. */
  current: boolean;
  /** What `open` answers; another one for every answer. */
  answered: SegmentQuestion | null;
  problem: string | null;
};

const NOTHING: PreviewState = {
  open: null,
  current: false,
  answered: null,
  problem: null,
};

/**
 * Asks after each pause in typing; a newer question ends the older one. `conditions` null means
 * that there is nothing to ask yet. Asked again when the catalogue changes and when `retries` does.
 */
export function usePreview({
  join,
  conditions,
  id,
  retries,
}: {
  join: Join;
  conditions: readonly Condition[] | null;
  id?: string;
  retries: number;
}): PreviewState {
  const [state, setState] = useState<PreviewState>(NOTHING);
  const catalogue = useCatalogue();
  const question = conditions && JSON.stringify({ join, conditions, id });

  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again on a retry or a new catalogue
  useEffect(() => {
    if (question === null) {
      setState(NOTHING);
      return;
    }
    const ended = new AbortController();
    setState((before) => ({ ...before, current: false }));

    const ask = async () => {
      const asked: SegmentQuestion = JSON.parse(question);
      try {
        const open = await askPreview(asked, ended.signal);
        setState({ open, current: true, answered: asked, problem: null });
      } catch (error) {
        if (ended.signal.aborted) return;
        setState((before) => ({ ...before, current: false, problem: failureMessage(error) }));
      }
    };
    const pause = setTimeout(ask, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(pause);
      ended.abort();
    };
  }, [question, retries, catalogue]);

  return state;
}
