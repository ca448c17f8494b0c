import type { ReactNode } from 'react';

/** One thing to choose, and what stands in the text once it is chosen. */
export type TypedOffer = { id: string; written: string; shown: ReactNode };

/** What is offered for something that is being typed, from its sign at `at` up to the caret. */
export type TypedOffers = {
  at: number;
  typed: string;
  /** What they are. */
  label: string;
  offers: readonly TypedOffer[];
};
