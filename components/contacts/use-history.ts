'use client';

import { useEffect, useState } from 'react';
import { callApi, failureMessage } from '@/components/live/call-api';
import type { HistoryLine, HistoryWire } from '@/lib/desk/wire-contacts';

type Asked = {
  contactId: string;
  /** The changes of this one alone. */
  attribute?: string;
  /** Asks for what is new whenever this is another. */
  changes: number;
};

const keyOf = ({ id, kind }: HistoryLine) => `${id} ${kind}`;

/** What happened to a contact, the newest first, a page at a time; what is new comes in front. */
export function useHistory({ contactId, attribute, changes }: Asked) {
  const [history, setHistory] = useState<HistoryWire | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change and an attempt ask again.
  useEffect(() => {
    let wanted = true;
    readHistory(contactId, { attribute }).then(
      (newest) => {
        if (!wanted) return;
        setFailure(null);
        setHistory((held) => withNewest(held, newest));
      },
      (thrown) => wanted && setFailure(failureMessage(thrown)),
    );
    return () => {
      wanted = false;
    };
  }, [contactId, attribute, changes, attempt]);

  async function showMore() {
    if (isBusy || !history?.next) return;
    setBusy(true);
    try {
      const page = await readHistory(contactId, { attribute, before: history.next });
      setHistory((held) => held && { lines: [...held.lines, ...page.lines], next: page.next });
    } catch (thrown) {
      setFailure(failureMessage(thrown));
    } finally {
      setBusy(false);
    }
  }

  return { history, failure, isBusy, showMore, retry: () => setAttempt((before) => before + 1) };
}

function readHistory(contactId: string, query: { attribute?: string; before?: string }) {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value]],
  );
  const path = `/contacts/by-id/${contactId}/history?${new URLSearchParams(given)}`;
  return callApi<HistoryWire>('GET', path);
}

/** The newest page in front of what is held; alone, where so much is new that they do not meet. */
export function withNewest(held: HistoryWire | null, newest: HistoryWire): HistoryWire {
  const known = new Set(held?.lines.map(keyOf));
  const isNew = newest.lines.filter((line) => !known.has(keyOf(line)));
  if (!held || isNew.length === newest.lines.length) return newest;
  return { lines: [...isNew, ...held.lines], next: held.next };
}
