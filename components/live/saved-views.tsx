'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { SavedViewWire } from '@/lib/desk/wire';
import { followChanges } from './follow-changes';
import { readAgain } from './read-again';
import { deskSocket } from './socket';

const SavedViewsContext = createContext<readonly SavedViewWire[] | null>(null);

const reader = readAgain<readonly SavedViewWire[]>('/views');

/** Reads the saved views again; what was written before the call is there once the promise resolves. */
export const refreshSavedViews = reader.refresh;

/** Keeps the saved views true for everything below it; `initial` is what the server rendered with. */
export function SavedViewsProvider({
  initial,
  children,
}: {
  initial: readonly SavedViewWire[];
  children: ReactNode;
}) {
  const [views, setViews] = useState(initial);
  useEffect(() => {
    const untake = reader.take(setViews);
    const unfollow = followChanges(deskSocket(), 'savedViews:changed', () => void reader.refresh());
    return () => {
      untake();
      unfollow();
    };
  }, []);
  return <SavedViewsContext value={views}>{children}</SavedViewsContext>;
}

/** The saved views that this person sees: the shared ones, then their own, each in their order. */
export function useSavedViews(): readonly SavedViewWire[] {
  const views = useContext(SavedViewsContext);
  if (views === null) throw new Error('useSavedViews needs a SavedViewsProvider above it.');
  return views;
}
