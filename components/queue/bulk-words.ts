import type { BulkProgress } from '@/lib/desk/wire';

/** What is done to many at once, as the API names it; an undo is one, too. */
export type BulkVerb =
  | 'resolve'
  | 'pend'
  | 'new'
  | 'take'
  | 'release'
  | 'assign'
  | 'boomerang'
  | 'undo';

type Words = { button: string; doing: string; done: string };

/** On the button, while it runs, and after a count of those it was done to. */
export const BULK_WORDS: Readonly<Record<BulkVerb, Words>> = {
  resolve: { button: 'Resolve', doing: 'Resolving', done: 'resolved' },
  pend: { button: 'Pend', doing: 'Making pending', done: 'made pending' },
  new: { button: 'Make new', doing: 'Making new', done: 'made new' },
  take: { button: 'Take', doing: 'Taking', done: 'taken' },
  release: { button: 'Release', doing: 'Releasing', done: 'released' },
  assign: { button: 'Assign…', doing: 'Assigning', done: 'assigned' },
  boomerang: { button: 'Later…', doing: 'Putting away', done: 'put away' },
  undo: { button: 'Undo', doing: 'Undoing', done: 'undone' },
};

const counted = (count: number) => count.toLocaleString('en');

/** How far it is: "Resolving 450 of 1,234". */
export function doingWords(verb: BulkVerb, progress: BulkProgress | null): string {
  const { doing } = BULK_WORDS[verb];
  if (!progress) return `${doing}…`;
  const { done, failed, total } = progress;
  return `${doing} ${counted(done + failed)} of ${counted(total)}`;
}

/** What came of it: "120 resolved · 3 could not be"; of one that was stopped, how far it came. */
export function didWords(verb: BulkVerb, { done, failed, total, finished }: BulkProgress): string {
  const far = finished ? counted(done) : `Stopped · ${counted(done)} of ${counted(total)}`;
  const words = `${far} ${BULK_WORDS[verb].done}`;
  return failed === 0 ? words : `${words} · ${counted(failed)} could not be`;
}

/** What is selected: "12 selected · 2 left the list". */
export function selectionWords(count: number, every: boolean, gone: number): string {
  if (count === 0 && gone === 0) return 'Nothing selected yet';
  const words = `${every ? 'All ' : ''}${counted(count)} selected`;
  return gone === 0 ? words : `${words} · ${counted(gone)} left the list`;
}
