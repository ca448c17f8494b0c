'use client';

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { ShownList } from '@/components/live/queue-hold';
import { useShortcut } from '@/components/shortcuts/use-shortcut';
import { useStepKeys } from '@/components/shortcuts/use-step-keys';

/**
 * One row is in the tab order; arrows, Home, End and the page keys move it and the focus, and the
 * shortcuts for the next and the previous row do, wherever the focus is.
 */
export function useRowFocus({
  shown,
  selectedId,
  scroller,
  scrollTo,
  pageRows,
}: {
  shown: ShownList;
  selectedId: string | null;
  scroller: RefObject<HTMLElement | null>;
  scrollTo: (place: number) => void;
  /** How many rows a page key goes. */
  pageRows: () => number;
}) {
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const [focusInside, setFocusInside] = useState(false);
  /** Where the focus goes once that row is there: it may have to be scrolled to and loaded first. */
  const wanted = useRef<number | null>(null);
  const lastPlace = useRef(0);

  const firstId = shown.at(0)?.entry.conversationId ?? null;
  const beenAtId =
    [focusedId, selectedId].find((id) => id !== null && shown.placeOf(id) !== null) ?? null;
  const activeId = beenAtId ?? firstId;
  const activePlace = activeId === null ? null : shown.placeOf(activeId);

  /** Gives the focus to the row that is waited for, if it is there. */
  function settle() {
    if (wanted.current === null) return;
    const id = shown.at(wanted.current)?.entry.conversationId;
    const row =
      id && scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
    if (!row) return;
    lastPlace.current = wanted.current;
    wanted.current = null;
    row.focus({ preventScroll: true });
  }

  /** Gives the row that is there, if it is loaded. */
  function go(place: number): string | null {
    const target = Math.max(0, Math.min(shown.total - 1, place));
    wanted.current = target;
    scrollTo(target);
    const id = shown.at(target)?.entry.conversationId;
    if (id) setFocusedId(id);
    settle();
    return id ?? null;
  }

  // After every rendering: the row that is waited for may have come, or the focused one gone.
  useLayoutEffect(() => {
    if (wanted.current === null && focusInside && document.activeElement === document.body) {
      wanted.current = Math.min(lastPlace.current, Math.max(0, shown.total - 1));
    }
    if (wanted.current === null) {
      if (focusInside && activePlace !== null) lastPlace.current = activePlace;
      return;
    }
    settle();
  });

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || shown.total === 0) return;
    const place = activePlace ?? 0;
    const targets: Record<string, number> = {
      ArrowDown: place + 1,
      ArrowUp: place - 1,
      Home: 0,
      End: shown.total - 1,
      PageDown: place + pageRows(),
      PageUp: place - pageRows(),
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    go(target);
  }

  /** From where somebody has been; else to the first row. */
  const step = (by: number) => go(beenAtId === null ? 0 : (activePlace ?? 0) + by);
  useStepKeys(step, shown.total > 0);
  useShortcut(
    'why',
    () => {
      const selector = `[data-indicator="${CSS.escape(activeId ?? '')}"]`;
      scroller.current?.querySelector<HTMLElement>(selector)?.focus();
    },
    activeId !== null,
  );

  return {
    activeId,
    step,
    /** Kept rendered while it has the focus, wherever the list is scrolled to. */
    keptPlace: focusInside ? activePlace : null,
    onKeyDown,
    onFocusRow: (conversationId: string) => {
      setFocusedId(conversationId);
      setFocusInside(true);
    },
    onFocusGone: () => setFocusInside(false),
    focusActive: () => go(activePlace ?? 0),
  };
}
