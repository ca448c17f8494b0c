'use client';

import { type RefObject, useEffect, useState } from 'react';

const NOTHING: ReadonlySet<string> = new Set();

/** The views whose lines can be seen in the list; anew whenever `lines`, which lines there are, changes. */
export function useInSight(
  list: RefObject<HTMLElement | null>,
  lines: string,
): ReadonlySet<string> {
  const [inSight, setInSight] = useState(NOTHING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines are other elements
  useEffect(() => {
    const observer = new IntersectionObserver((seen) =>
      setInSight((now) => {
        const next = new Set(now);
        for (const { target, isIntersecting } of seen) {
          const id = target.getAttribute('data-view') ?? '';
          if (isIntersecting) next.add(id);
          else next.delete(id);
        }
        return next;
      }),
    );
    for (const line of list.current?.querySelectorAll('[data-view]') ?? []) observer.observe(line);
    return () => {
      observer.disconnect();
      setInSight(NOTHING);
    };
  }, [list, lines]);
  return inSight;
}
