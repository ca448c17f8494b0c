'use client';

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { DraftWire } from '@/lib/desk/wire';
import { ApiFailure, callApi, callApiLeaving } from './call-api';
import { textOf } from './draft';
import { createDraftStore, NOTHING_SHOWN } from './draft-store';
import { deskSocket } from './socket';

/** As much of a draft as a row may show. */
const LINE_LENGTH = 140;

const pathOf = (conversationId: string) => `/conversations/${conversationId}/draft`;

const drafts = createDraftStore({
  openSocket: deskSocket,
  keep: (conversationId, draft, agoMs) =>
    callApi<DraftWire>('PUT', pathOf(conversationId), { ...draft, agoMs }),
  keepLeaving: (conversationId, draft, agoMs) =>
    callApiLeaving('PUT', pathOf(conversationId), { ...draft, agoMs }),
  refusal: (thrown) =>
    thrown instanceof ApiFailure && thrown.status >= 400 && thrown.status < 500
      ? thrown.message
      : null,
});

/** One's own draft in a conversation, the same on all one's screens; `initial` as the page was rendered. */
export function useDraft(conversationId: string, initial: DraftWire | null) {
  // The module of the server is everybody's.
  useState(() => initial && typeof window !== 'undefined' && drafts.seed(initial));
  const subscribe = useCallback(
    (listener: () => void) => drafts.subscribe(conversationId, listener),
    [conversationId],
  );
  const rendered = useMemo(
    () => (initial ? { ...NOTHING_SHOWN, draft: initial } : NOTHING_SHOWN),
    [initial],
  );
  const shown = useSyncExternalStore(
    subscribe,
    () => drafts.shown(conversationId),
    () => rendered,
  );
  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === 'hidden') drafts.flush(conversationId);
    };
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', drafts.leave);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', drafts.leave);
      drafts.flush(conversationId);
    };
  }, [conversationId]);
  return useMemo(
    () => ({
      ...shown,
      write: (next: Parameters<typeof drafts.write>[1]) => drafts.write(conversationId, next),
      takeElsewhere: () => drafts.takeElsewhere(conversationId),
      keepOwn: () => drafts.keepOwn(conversationId),
      flush: () => drafts.flush(conversationId),
    }),
    [shown, conversationId],
  );
}

/** The beginning of one's own draft in a conversation, in one line; empty for none. */
export function useDraftLine(conversationId: string): string {
  const subscribe = useCallback(
    (listener: () => void) => drafts.subscribe(conversationId, listener),
    [conversationId],
  );
  return useSyncExternalStore(
    subscribe,
    () => textOf(drafts.shown(conversationId).draft).trim().slice(0, LINE_LENGTH),
    () => '',
  );
}
