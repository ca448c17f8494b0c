'use client';

import { useSyncExternalStore } from 'react';

const EVENTS = ['focus', 'blur'] as const;

/** Whether somebody is at this page: it is visible and has the keyboard. */
export function hasAttention(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  for (const event of EVENTS) window.addEventListener(event, listener);
  return () => {
    document.removeEventListener('visibilitychange', listener);
    for (const event of EVENTS) window.removeEventListener(event, listener);
  };
}

/** The same, as it changes. */
export function useAttention(): boolean {
  return useSyncExternalStore(subscribe, hasAttention, () => false);
}
