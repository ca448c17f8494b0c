'use client';

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { type ShownList, sharedShift } from '@/components/live/queue-hold';
import { ROW_HEIGHT_PX } from './queue-row';

const MOVE_MS = 180;
/** Rows from far away come in from just beyond the screen. */
const FARTHEST_PX = 5 * ROW_HEIGHT_PX;

/** What a row glides on with when it moves again on its way. */
const gliding = new WeakMap<HTMLElement, { animation: Animation; fromPx: number }>();

/**
 * When the order changes: the rows in view stay where they are by scrolling along, unless the list
 * is at its very top, and rows that moved glide to their new places.
 */
export function useRowMotion(
  scroller: RefObject<HTMLElement | null>,
  shown: ShownList,
  viewKey: string,
  /** Known without asking the page, which would have to lay itself out to answer. */
  isAtTop: () => boolean,
): void {
  const before = useRef<{ shown: ShownList; viewKey: string } | null>(null);
  useLayoutEffect(() => {
    const last = before.current;
    before.current = { shown, viewKey };
    const element = scroller.current;
    if (!element || !last || last.shown === shown || last.viewKey !== viewKey) return;

    const scrolled = isAtTop() ? 0 : scrollAlong(element, last.shown, shown);
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const row of element.querySelectorAll<HTMLElement>('[data-place]')) {
      const { conversation, place } = row.dataset;
      if (conversation === undefined) continue;
      const was = last.shown.placeOf(conversation);
      const by = was === null ? null : (was - Number(place)) * ROW_HEIGHT_PX + scrolled;
      if (by === null) row.animate({ opacity: [0, 1] }, { duration: MOVE_MS, easing: 'ease-out' });
      else if (by !== 0) glide(row, by);
    }
  });
}

/** Scrolls by what most rows in view moved; gives by how much. */
function scrollAlong(element: HTMLElement, before: ShownList, after: ShownList): number {
  const from = element.scrollTop;
  const shift = sharedShift(rowsInView(element, before), after);
  if (shift === 0) return 0;
  element.scrollTop = from + shift * ROW_HEIGHT_PX;
  return element.scrollTop - from;
}

function glide(row: HTMLElement, byPx: number) {
  const last = gliding.get(row);
  const progress = last?.animation.effect?.getComputedTiming().progress ?? 1;
  const leftPx = last ? last.fromPx * (1 - progress) : 0;
  const fromPx = Math.max(-FARTHEST_PX, Math.min(FARTHEST_PX, byPx + leftPx));
  last?.animation.cancel();
  const animation = row.animate(
    { translate: [`0 ${fromPx}px`, '0 0'] },
    { duration: MOVE_MS, easing: 'cubic-bezier(0.2, 0, 0, 1)' },
  );
  gliding.set(row, { animation, fromPx });
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
