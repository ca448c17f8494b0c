'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import type { KeyboardEvent } from 'react';
import { useConversation } from '@/components/live/conversation-live';
import { nextInQueue } from '@/components/live/next-in-queue';
import { useShortcut } from '@/components/shortcuts/use-shortcut';
import { useStatusChange } from './use-status-change';

/**
 * The keys of the open conversation that stand for no button of its header.
 * Answers what the pane does with a key of its own: Escape goes back to the row in the queue.
 */
export function usePaneKeys({
  conversationId,
  write,
}: {
  conversationId: string;
  write: (mode: 'reply' | 'note') => void;
}) {
  const { status } = useConversation().detail.header;
  const { change, busy } = useStatusChange();
  const router = useRouter();
  const query = useSearchParams().toString();

  async function resolveAndNext() {
    // Looked up before it leaves the queue, and its place with it.
    const next = nextInQueue(conversationId);
    if (!(await change('resolved'))) return;
    router.push(`/queue${next === null ? '' : `/${next}`}${query === '' ? '' : `?${query}`}`);
  }

  useShortcut('reply', () => write('reply'));
  useShortcut('note', () => write('note'));
  useShortcut(
    'resolve-and-next',
    () => void resolveAndNext(),
    status !== 'resolved' && busy === null,
  );

  return function onPaneKey(event: KeyboardEvent<HTMLElement>) {
    const inside = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key !== 'Escape' || event.isDefaultPrevented() || !inside) return;
    const own = `[data-row="${CSS.escape(conversationId)}"]`;
    // Its row may be filtered out, or scrolled away: then the list's own place.
    const row = document.querySelector(own) ?? document.querySelector('[data-row][tabindex="0"]');
    if (row instanceof HTMLElement) row.focus();
  };
}
