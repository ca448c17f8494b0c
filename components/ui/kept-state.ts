'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** State by id that outlives its component, in the browser's storage. */
export type Kept<T> = {
  empty: T;
  read: (id: string) => T;
  write: (id: string, next: T) => void;
  subscribe: (listener: () => void) => () => void;
};

/**
 * Makes such state; `name` begins its keys. `session` ends with the tab, `local` stays in this
 * browser. What is stored and does not fit, so that `parse` gives null, counts as empty; without
 * storage it is kept in memory.
 */
export function keptState<T>({
  name,
  storage,
  empty,
  parse,
}: {
  name: string;
  storage: 'session' | 'local';
  empty: T;
  parse: (stored: unknown) => T | null;
}): Kept<T> {
  const held = new Map<string, T>();
  const listeners = new Set<() => void>();
  const keyOf = (id: string) => `frontrow:${name}:${id}`;
  const place = () => (storage === 'session' ? window.sessionStorage : window.localStorage);

  function load(id: string): T {
    try {
      const text = place().getItem(keyOf(id));
      return (text === null ? null : parse(JSON.parse(text))) ?? empty;
    } catch {
      return empty;
    }
  }

  function read(id: string): T {
    const known = held.get(id);
    if (known !== undefined) return known;
    const stored = load(id);
    held.set(id, stored);
    return stored;
  }

  function write(id: string, next: T) {
    held.set(id, next);
    try {
      place().setItem(keyOf(id), JSON.stringify(next));
    } catch {
      // Full or forbidden: memory still has it.
    }
    for (const listener of [...listeners]) listener();
  }

  // Another tab has changed it: this one reads it again.
  if (storage === 'local' && typeof window !== 'undefined') {
    window.addEventListener('storage', ({ key }) => {
      if (key !== null && !key.startsWith(keyOf(''))) return;
      held.clear();
      for (const listener of [...listeners]) listener();
    });
  }

  function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  return { empty, read, write, subscribe };
}

/** Takes what this tab has stored away: drafts are not for whoever signs in next. */
export function forgetSession(): void {
  try {
    window.sessionStorage.clear();
  } catch {
    // Forbidden: nothing is stored.
  }
}

/** What is kept under an id, and a way to change it; empty on the server and while hydrating. */
export function useKept<T>(kept: Kept<T>, id: string): [T, (change: (now: T) => T) => void] {
  const value = useSyncExternalStore(
    kept.subscribe,
    () => kept.read(id),
    () => kept.empty,
  );
  const update = useCallback(
    (change: (now: T) => T) => kept.write(id, change(kept.read(id))),
    [kept, id],
  );
  return [value, update];
}
