import type { TestProject } from 'vitest/node';
import { buildIfStale } from '@/scripts/build-if-stale';
import { findBrowser } from '@/scripts/find-browser';

declare module 'vitest' {
  export interface ProvidedContext {
    browserPath: string;
  }
}

/** The browser tests look at what people get: the built desk, in a real browser. */
export function setup({ provide }: TestProject): void {
  provide('browserPath', findBrowser());
  buildIfStale();
}
