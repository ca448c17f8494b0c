'use client';

import { type KeyboardEvent, useEffect, useEffectEvent } from 'react';
import { replyFocusIsDue } from '@/components/live/reply-focus';
import { useConversation } from './conversation-live';
import { useStatusChange } from './use-status-change';

const TYPED_IN = 'input, textarea, select, [contenteditable], [role=dialog], [role=menu]';

/**
 * The keys of the open conversation: e resolves, r replies, n notes, b puts it away, wherever nothing
 * is typed in.
 * Answers what the pane does with a key of its own: Escape goes back to the row in the queue.
 */
export function usePaneKeys({
  conversationId,
  write,
  putAway,
}: {
  conversationId: string;
  write: (mode: 'reply' | 'note') => void;
  putAway: () => void;
}) {
  const { status } = useConversation().detail.header;
  const { change } = useStatusChange();

  const onKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || replyFocusIsDue()) return;
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(TYPED_IN)) return;
    if (document.querySelector('[role=dialog][data-state=open], [role=alertdialog]')) return;
    if (event.key === 'e' && status !== 'resolved') void change('resolved');
    else if (event.key === 'r') write('reply');
    else if (event.key === 'n') write('note');
    else if (event.key === 'b' && status !== 'resolved') putAway();
    else return;
    event.preventDefault();
  });

  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  return function onPaneKey(event: KeyboardEvent<HTMLElement>) {
    const inside = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key !== 'Escape' || event.isDefaultPrevented() || !inside) return;
    const own = `[data-row="${CSS.escape(conversationId)}"]`;
    // Its row may be filtered out, or scrolled away: then the list's own place.
    const row = document.querySelector(own) ?? document.querySelector('[data-row][tabindex="0"]');
    if (row instanceof HTMLElement) row.focus();
  };
}
