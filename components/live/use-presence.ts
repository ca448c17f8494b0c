'use client';

import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { PersonPresent } from '@/lib/realtime/protocol';
import { useCatalogue } from './catalogue';
import { createOwnPresence } from './own-presence';
import { createPresenceStore } from './presence-store';
import { deskSocket } from './socket';

const NOBODY: readonly PersonPresent[] = [];

const others = createPresenceStore(deskSocket);
const own = createOwnPresence(deskSocket);

/** The colleagues at a conversation, without oneself. */
export function useColleaguesAt(conversationId: string): readonly PersonPresent[] {
  const { me } = useCatalogue();
  const subscribe = useCallback(
    (listener: () => void) => others.subscribe(conversationId, listener),
    [conversationId],
  );
  const people = useSyncExternalStore(
    subscribe,
    () => others.peopleAt(conversationId),
    () => NOBODY,
  );
  return useMemo(() => people.filter(({ id }) => id !== me.id), [people, me.id]);
}

/** Tells colleagues that this person looks at the conversation, while the page is in view. */
export function useLookingAt(conversationId: string): void {
  useEffect(() => {
    const look = () => own.seen(document.visibilityState === 'visible');
    look();
    document.addEventListener('visibilitychange', look);
    const leave = own.enter(conversationId);
    return () => {
      leave();
      document.removeEventListener('visibilitychange', look);
    };
  }, [conversationId]);
}

/** Tells colleagues that one types, as the text in this mode changes; an emptied text is none. */
export function useTypingSign(conversationId: string, mode: string, text: string): void {
  const before = useRef({ mode, text });
  useEffect(() => {
    const { current } = before;
    before.current = { mode, text };
    // Another mode shows another text, and no key was pressed.
    if (text === '' || current.mode !== mode) own.rested(conversationId);
    else if (current.text !== text) own.typed(conversationId, mode === 'note');
  }, [conversationId, mode, text]);
  useEffect(() => () => own.rested(conversationId), [conversationId]);
}
