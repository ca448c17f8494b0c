'use client';

import { useCallback, useRef, useState } from 'react';
import { ApiFailure, failureMessage } from '@/components/live/call-api';

/** Why a write was refused, in the reader's words, and the field it names. */
type Refusal = { message: string } & Partial<Pick<ApiFailure, 'code' | 'field' | 'problems'>>;

/** What is left to show of anything a write may throw. */
function refusalOf(thrown: unknown): Refusal {
  const message = failureMessage(thrown);
  return thrown instanceof ApiFailure
    ? { message, code: thrown.code, field: thrown.field, problems: thrown.problems }
    : { message };
}

/**
 * One write at a time: while it runs `busy` is true and further runs are ignored; what was refused
 * stays in `refusal` until the next run or `forget`.
 */
export function useWrite() {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const running = useRef(false);

  const run = useCallback(
    async <T>(write: () => Promise<T>, done: (answer: T) => void | Promise<void>) => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setRefusal(null);
      try {
        await done(await write());
      } catch (error) {
        setRefusal(refusalOf(error));
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [],
  );
  const forget = useCallback(() => setRefusal(null), []);
  return { busy, refusal, run, forget };
}

/** The part of a refusal to show at one field. */
export function refusedAt(refusal: Refusal | null, field: string): string | undefined {
  return refusal?.field === field ? refusal.message : undefined;
}

/** The part of a refusal that belongs to none of a form's fields. */
export function refusedElsewhere(refusal: Refusal | null, fields: string[]): string | undefined {
  if (!refusal || (refusal.field && fields.includes(refusal.field))) return undefined;
  return refusal.message;
}
