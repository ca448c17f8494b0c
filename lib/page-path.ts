/** The header in which the server tells a page its own path and query, which Next does not. */
export const PATH_HEADER = 'x-frontrow-path';
