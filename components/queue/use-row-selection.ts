'use client';

import type { KeyboardEvent, MouseEvent } from 'react';
import { useCallback, useEffectEvent } from 'react';
import type { ShownList } from '@/components/live/queue-hold';
import { useShortcut } from '@/components/shortcuts/use-shortcut';
import type { SelectionHand } from './use-selection';

/** The ways to select rows: their boxes, Shift with a click or on the way, Ctrl or Cmd with a, x. */
export function useRowSelection(
  hand: SelectionHand,
  shown: ShownList,
  focus: { activeId: string | null; step: (by: number) => string | null },
) {
  const extendTo = (conversationId: string) => hand.extend(conversationId, shown);

  function stepAndExtend(by: number) {
    if (focus.activeId !== null && hand.selection.anchor === null) extendTo(focus.activeId);
    const next = focus.step(by);
    if (next !== null) extendTo(next);
  }
  useShortcut(
    'select',
    () => focus.activeId !== null && hand.toggle(focus.activeId),
    focus.activeId !== null,
  );
  useShortcut('select-down', () => stepAndExtend(1), shown.total > 0);
  useShortcut('select-up', () => stepAndExtend(-1), shown.total > 0);

  useShortcut('clear-selection', hand.clear, hand.selecting);

  const check = useEffectEvent((conversationId: string, extend: boolean) => {
    if (extend) extendTo(conversationId);
    else hand.toggle(conversationId);
  });

  return {
    onCheck: useCallback((id: string, extend: boolean) => check(id, extend), []),

    /** A click on a row with Shift, or by touch while selecting, opens nothing. */
    onClickCapture(event: MouseEvent<HTMLElement>) {
      const row = rowAt(event);
      const id = row?.dataset.row;
      const { nativeEvent } = event;
      const byTouch = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';
      if (!row || !id || !(event.shiftKey || (byTouch && hand.selecting))) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.shiftKey) return hand.toggle(id);
      extendTo(id);
      // From here the keys go on.
      row.focus({ preventScroll: true });
    },
    /** Shift and a press would select the text between. */
    onMouseDown(event: MouseEvent<HTMLElement>) {
      if (event.shiftKey && rowAt(event) !== null) event.preventDefault();
    },
    /** Whether the key was for the selection. */
    onKeyDown(event: KeyboardEvent): boolean {
      const { key, shiftKey } = event;
      if ((event.ctrlKey || event.metaKey) && key === 'a') hand.selectLoaded();
      else if (key === 'Escape' && hand.selecting) hand.clear();
      else if (shiftKey && (key === 'ArrowDown' || key === 'ArrowUp'))
        stepAndExtend(key === 'ArrowDown' ? 1 : -1);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

function rowAt({ target }: MouseEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
}
