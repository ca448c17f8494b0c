'use client';

import { useLayoutEffect, useRef, useState } from 'react';

/** This near to the bottom counts as at it. */
const NEAR_PX = 24;

/**
 * Keeps a reversed scroller (`flex-col-reverse`: it starts at the bottom and grows upwards without
 * our help) at the bottom when something arrives below, and where it is when somebody reads further
 * up; `unseen` says that something arrived there.
 */
export function useBottomAnchor(lastId: string | null) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const held = useRef({ lastId, height: 0, atBottom: true });
  const [unseen, setUnseen] = useState(false);

  useLayoutEffect(() => {
    const height = content.current?.offsetHeight ?? 0;
    const before = held.current;
    if (before.lastId !== lastId && !before.atBottom && scroller.current) {
      scroller.current.scrollTop -= height - before.height;
      setUnseen(true);
    }
    held.current = { ...before, lastId, height };
  });

  function onScroll() {
    const atBottom = (scroller.current?.scrollTop ?? 0) > -NEAR_PX;
    held.current.atBottom = atBottom;
    if (atBottom) setUnseen(false);
  }

  function toBottom() {
    held.current.atBottom = true;
    setUnseen(false);
    scroller.current?.scrollTo({ top: 0 });
  }

  return { scroller, content, unseen, onScroll, toBottom };
}
