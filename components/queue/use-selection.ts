'use client';

import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ShownList } from '@/components/live/queue-hold';
import type { QueueTruth } from '@/components/live/queue-pages';
import {
  countOf,
  EVERY_ONE,
  extended,
  NOTHING_SELECTED,
  type Selection,
  selected,
  toggled,
  withoutLeft,
} from './selection';

export type SelectionHand = {
  selection: Selection;
  count: number;
  /** Whether rows show their boxes though the pointer is elsewhere. */
  selecting: boolean;
  toggle: (conversationId: string) => void;
  extend: (conversationId: string, shown: ShownList) => void;
  selectLoaded: () => void;
  selectEvery: () => void;
  /** Begins to select by touch, where nothing shows the boxes. */
  begin: () => void;
  clear: () => void;
};

/** What is selected in a view; another view begins with nothing. Those that leave are let go of. */
export function useSelection(truth: QueueTruth, viewKey: string): SelectionHand {
  const nothing = { viewKey, truth, begun: false, selection: NOTHING_SELECTED };
  const [kept, setKept] = useState(nothing);
  let now = kept;
  if (kept.viewKey !== viewKey) {
    now = nothing;
  } else if (kept.truth !== truth && kept.selection.ids.size > 0) {
    now = { ...kept, truth, selection: withoutLeft(kept.selection, kept.truth, truth) };
  }
  if (now !== kept) setKept(now);
  const latest = useRef(truth);
  useLayoutEffect(() => {
    latest.current = truth;
  }, [truth]);

  const change = useCallback((next: (selection: Selection, truth: QueueTruth) => Selection) => {
    setKept((last) => {
      const selection = next(last.selection, latest.current);
      return { ...last, truth: latest.current, selection };
    });
  }, []);
  const acts = useMemo(
    () => ({
      toggle: (id: string) =>
        change((selection, { places }) => toggled(selection, id, places.keys())),
      extend: (id: string, shown: ShownList) =>
        change((selection) => extended(selection, id, shown)),
      selectLoaded: () => change((_, { places }) => selected(places.keys())),
      selectEvery: () => change(() => EVERY_ONE),
      begin: () => setKept((last) => ({ ...last, begun: true })),
      clear: () => setKept((last) => ({ ...last, begun: false, selection: NOTHING_SELECTED })),
    }),
    [change],
  );
  const count = countOf(now.selection, truth.total);
  return { ...acts, selection: now.selection, count, selecting: now.begun || count > 0 };
}
