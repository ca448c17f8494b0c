'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { type ShownList, sharedShift } from '@/components/live/queue-hold';
import { ROW_HEIGHT_PX } from './queue-row';

const MOVE_MS = 180;
/** Rows from far away come in from just beyond the screen. */
const FARTHEST_PX = 5 * ROW_HEIGHT_PX;

/**
 * When the order changes: the rows in view stay where they are by scrolling along, unless the list
 * is at its very top, and rows that moved glide to their new places.
 */
export function useRowMotion(
  scroller: RefObject<HTMLElement | null>,
  shown: ShownList,
  viewKey: string,
): void {
  const before = useRef<{ shown: ShownList; viewKey: string } | null>(null);
  useLayoutEffect(() => {
    const last = before.current;
    before.current = { shown, viewKey };
    const element = scroller.current;
    if (!element || !last || last.shown === shown || last.viewKey !== viewKey) return;

    const scrolledBefore = element.scrollTop;
    if (scrolledBefore > 0) {
      const shift = sharedShift(rowsInView(element, last.shown), shown);
      if (shift !== 0) element.scrollTop = scrolledBefore + shift * ROW_HEIGHT_PX;
    }
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const scrolled = element.scrollTop - scrolledBefore;
    for (const row of element.querySelectorAll<HTMLElement>('[data-place]')) {
      const { conversation, place } = row.dataset;
      if (conversation === undefined) continue;
      const was = last.shown.placeOf(conversation);
      const by = was === null ? null : (was - Number(place)) * ROW_HEIGHT_PX + scrolled;
      if (by === null) row.animate({ opacity: [0, 1] }, { duration: MOVE_MS, easing: 'ease-out' });
      else if (by !== 0) glide(row, Math.max(-FARTHEST_PX, Math.min(FARTHEST_PX, by)));
    }
  }, [scroller, shown, viewKey]);
}

function glide(row: HTMLElement, fromPx: number) {
  row.animate(
    { translate: [`0 ${fromPx}px`, '0 0'] },
    { duration: MOVE_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
  );
}

function rowsInView(element: HTMLElement, shown: ShownList) {
  const first = Math.floor(element.scrollTop / ROW_HEIGHT_PX);
  const last = Math.ceil((element.scrollTop + element.clientHeight) / ROW_HEIGHT_PX);
  const rows: { conversationId: string; place: number }[] = [];
  for (let place = first; place < last; place += 1) {
    const row = shown.at(place);
    if (row) rows.push({ conversationId: row.entry.conversationId, place });
  }
  return rows;
}
