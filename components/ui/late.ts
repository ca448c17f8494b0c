'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';

/** A part of the page whose code does not come with the page. */
export type Late<Part> = {
  /** The part, once its code is here. */
  now: () => Part | null;
  /** Fetches the code unless it is here or on its way. */
  fetch: () => void;
  subscribe: (listener: () => void) => () => void;
};

/**
 * Names such a part; `load` imports it. It is fetched when the page has come and has nothing better
 * to do, so that it is most often here before anybody wants it. What could not be fetched is
 * fetched again while it is wanted.
 */
export function late<Part>(load: () => Promise<Part>): Late<Part> {
  let part: Part | null = null;
  let coming = false;
  const listeners = new Set<() => void>();

  async function bring() {
    coming = true;
    try {
      part = await load();
    } catch {
      // Out of reach: the next wish asks again.
    }
    coming = false;
    for (const listener of [...listeners]) listener();
  }

  function fetch() {
    if (part === null && !coming) void bring();
  }

  if (typeof window !== 'undefined') whenIdle(fetch);
  return {
    now: () => part,
    fetch,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

const FETCH_AGAIN_MS = 2_000;

/** The part, from when it is first wanted and its code is here. */
export function useLate<Part>(part: Late<Part>, wanted: boolean): Part | null {
  const [wasWanted, setWasWanted] = useState(wanted);
  if (wanted && !wasWanted) setWasWanted(true);
  useEffect(() => {
    if (!wanted) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    const stop = part.subscribe(() => {
      if (part.now() === null) again = setTimeout(part.fetch, FETCH_AGAIN_MS);
    });
    part.fetch();
    return () => {
      stop();
      clearTimeout(again);
    };
  }, [part, wanted]);
  return useSyncExternalStore(
    part.subscribe,
    () => (wasWanted ? part.now() : null),
    () => null,
  );
}

/** The part once its code is here. */
export function useWhenHere<Part>(part: Late<Part>): Part | null {
  return useSyncExternalStore(part.subscribe, part.now, () => null);
}

/** Calls with the part: now if its code is here, else as soon as it is. */
export function whenHere<Part>(part: Late<Part>, call: (part: Part) => void): void {
  const here = part.now();
  if (here !== null) {
    call(here);
    return;
  }
  const stop = part.subscribe(() => {
    const come = part.now();
    if (come === null) return;
    stop();
    call(come);
  });
  part.fetch();
}

/** Safari knows no idle time: a moment after the page has come must do. */
const IDLE_AFTER_MS = 500;

/** Calls once the page has come and is idle. */
function whenIdle(call: () => void): void {
  const soon = () => {
    if (typeof window.requestIdleCallback === 'function') window.requestIdleCallback(() => call());
    else setTimeout(call, IDLE_AFTER_MS);
  };
  if (document.readyState === 'complete') soon();
  else window.addEventListener('load', soon, { once: true });
}
