'use client';

import { useEffect, useRef, useState } from 'react';
import { callApiForLines, failureMessage } from '@/components/live/call-api';
import type { ContactRow, FoundContacts } from '@/lib/desk/wire-contacts';
import type { AskedContacts } from './use-contacts-address';

/** How long somebody types on before it is asked. */
const TYPING_MS = 150;
const PAGE = 50;

type Found = Omit<FoundContacts, 'contacts'> & {
  request: string;
  first: readonly ContactRow[];
  /** Of the pages after the first. */
  more: readonly ContactRow[];
};

/**
 * The contacts that are asked for, as they are found, and how far it has come. The last answer stays
 * until the next one has something to show; what is not asked any more is given up.
 */
export function useFoundContacts(asked: AskedContacts) {
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [isTurning, setTurning] = useState(false);
  const leaving = useRef<AbortController | null>(null);
  const request = JSON.stringify(asked);
  const rows = found ? [...found.first, ...found.more] : [];

  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt asks the same again.
  useEffect(() => {
    const mine = new AbortController();
    leaving.current = mine;
    setFailure(null);
    setTurning(false);
    const typing = setTimeout(async () => {
      const first: ContactRow[] = [];
      try {
        for await (const line of linesFor(request, {}, mine.signal)) {
          if (mine.signal.aborted) return;
          first.push(...line.contacts);
          const { contacts: _, ...progress } = line;
          setFound((before) => ({
            ...progress,
            request,
            first: [...first],
            more: before?.request === request ? before.more : [],
          }));
        }
      } catch (thrown) {
        if (!mine.signal.aborted) setFailure(failureMessage(thrown));
      }
    }, TYPING_MS);
    return () => {
      clearTimeout(typing);
      mine.abort();
    };
  }, [request, attempt]);

  /** Puts the next page behind the last row. */
  async function showMore() {
    const signal = leaving.current?.signal;
    const after = rows.at(-1)?.contactId;
    if (!signal || after === undefined || isTurning) return;
    setTurning(true);
    try {
      let come = 0;
      for await (const { contacts } of linesFor(request, { after }, signal)) {
        if (signal.aborted) return;
        come += contacts.length;
        setFound((before) => before && { ...before, more: [...before.more, ...contacts] });
        // It would go on counting, which the first page does.
        if (come >= PAGE) break;
      }
    } catch (thrown) {
      if (!signal.aborted) setFailure(failureMessage(thrown));
    } finally {
      if (!signal.aborted) setTurning(false);
    }
  }

  return {
    found,
    rows,
    failure,
    /** The rows shown are of what was asked before. */
    isBusy: failure === null && found?.request !== request,
    isTurning,
    showMore,
    retry: () => setAttempt((before) => before + 1),
  };
}

function linesFor(request: string, page: { after?: string }, signal: AbortSignal) {
  const asked: AskedContacts = JSON.parse(request);
  const body = { ...asked, ...page, limit: PAGE };
  return callApiForLines<FoundContacts>('POST', '/contacts/find', body, signal);
}
