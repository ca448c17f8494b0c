'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { UnreadWire } from '@/lib/desk/wire';
import { deskSocket } from './socket';
import { createUnreadStore } from './unread-store';

/** What the person at this page has not looked at. */
export const unreadOfMine = createUnreadStore(deskSocket);

/** What one has not looked at in a conversation; null for nothing. */
export function useUnread(conversationId: string): UnreadWire | null {
  const subscribe = useCallback(
    (listener: () => void) => unreadOfMine.subscribe(conversationId, listener),
    [conversationId],
  );
  return useSyncExternalStore(
    subscribe,
    () => unreadOfMine.unreadIn(conversationId),
    () => null,
  );
}

/** Whether the desk has said what is unread; from then on it is live. */
export function useUnreadKnown(): boolean {
  const subscribe = useCallback(
    (listener: () => void) => unreadOfMine.subscribe(null, listener),
    [],
  );
  return useSyncExternalStore(subscribe, unreadOfMine.isKnown, () => false);
}
