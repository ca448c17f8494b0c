'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';

/** How many of an element's children stand on its first line; it wraps, and hides what it wraps. */
export function useFitting(line: RefObject<HTMLElement | null>, signature: string): number {
  const [fitting, setFitting] = useState(3);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature says when children change
  useLayoutEffect(() => {
    const element = line.current;
    if (!element) return;
    const measure = () => {
      const children = [...element.children].filter((child) => child instanceof HTMLElement);
      const top = children[0]?.offsetTop ?? 0;
      setFitting(children.filter((child) => child.offsetTop <= top).length);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [line, signature]);
  return fitting;
}
