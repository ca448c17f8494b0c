/** Of the 40 watches a socket may hold, those for the totals of saved views; see docs/decisions/0017. */
export const MOST_TOTALS = 24;
