'use client';

import { type RefObject, useLayoutEffect, useState } from 'react';
import { fitLines } from './fit-lines';

/**
 * How many of an element's children marked `data-fits` stand in so many lines of it, before the
 * one marked `data-more`. Those that do not must stay measurable: out of the flow, not gone.
 */
export function useFitting(
  box: RefObject<HTMLElement | null>,
  {
    lines,
    guess,
    moreStays,
    signature,
  }: {
    lines: number;
    /** Before anything can be measured. */
    guess: number;
    moreStays: boolean;
    /** Changes when a width may have changed. */
    signature: string;
  },
): { fitting: number; lines: number } {
  const [fit, setFit] = useState({ fitting: guess, lines });
  // biome-ignore lint/correctness/useExhaustiveDependencies: see signature
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const { paddingLeft, paddingRight, columnGap } = getComputedStyle(element);
      const next = fitLines({
        widths: widthsOf(element, 'fits'),
        more: widthsOf(element, 'more')[0] ?? 0,
        moreStays,
        line:
          element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight),
        gap: Number.parseFloat(columnGap),
        lines,
      });
      setFit((last) => (last.fitting === next.fitting && last.lines === next.lines ? last : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, lines, moreStays, signature]);
  return fit;
}

function widthsOf(element: HTMLElement, mark: 'fits' | 'more'): number[] {
  return [...element.children]
    .filter((child) => child instanceof HTMLElement && mark in child.dataset)
    .map((child) => child.getBoundingClientRect().width);
}
