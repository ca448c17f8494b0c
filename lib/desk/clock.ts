/** Where the time comes from: milliseconds since the epoch. Tests give their own. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();
