'use client';

import { useState } from 'react';
import { callApiForLines, failureMessage } from '@/components/live/call-api';
import { offerUndo } from '@/components/shortcuts/offer-undo';
import { toast } from '@/components/ui/toast';
import type { BulkFailure, BulkProgress } from '@/lib/desk/wire';
import { type BulkVerb, didWords } from './bulk-words';

/** A bulk act under way. */
type Running = { verb: BulkVerb; progress: BulkProgress | null; cancel: () => void };

/** What was refused, and of what. */
export type Refused = { verb: BulkVerb; failures: readonly BulkFailure[] };

/** One bulk act at a time, with its progress; a toast says what came of it, undoes it, shows what was refused. */
export function useBulk() {
  const [running, setRunning] = useState<Running | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);

  /** Whether it began, and so may have changed something. */
  async function run(verb: BulkVerb, body: Record<string, unknown>): Promise<boolean> {
    const ended = new AbortController();
    const failures: BulkFailure[] = [];
    const cancel = () => ended.abort();
    let last: BulkProgress | null = null;
    let problem: string | null = null;
    setRunning({ verb, progress: null, cancel });
    const path = verb === 'undo' ? '/conversations/bulk/undo' : '/conversations/bulk';
    try {
      for await (const progress of callApiForLines<BulkProgress>(
        'POST',
        path,
        body,
        ended.signal,
      )) {
        last = progress;
        failures.push(...progress.failures);
        setRunning({ verb, progress, cancel });
      }
    } catch (thrown) {
      if (!ended.signal.aborted) problem = failureMessage(thrown);
    }
    // An undo may have begun meanwhile.
    setRunning((now) => (now?.cancel === cancel ? null : now));
    tell(verb, last, failures, problem);
    return last !== null;
  }

  function tell(
    verb: BulkVerb,
    last: BulkProgress | null,
    failures: readonly BulkFailure[],
    problem: string | null,
  ) {
    if (!last) {
      if (problem) toast.error('Nothing was changed', { description: problem });
      return;
    }
    const { bulkId, done } = last;
    const words = didWords(verb, last);
    const show = failures.length > 0 && {
      cancel: { label: 'Show', onClick: () => setRefused({ verb, failures }) },
    };
    const undo = () => void run('undo', { bulkId });
    const undoable = done > 0 && verb !== 'undo';
    if (problem) toast.error(words, { description: problem, ...show });
    else if (undoable) offerUndo(undo, words, { ...show });
    else toast(words, { ...show });
    if (problem && undoable) offerUndo(undo);
  }

  return { running, run, refused, forget: () => setRefused(null) };
}
