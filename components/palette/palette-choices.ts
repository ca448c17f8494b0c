import { hrefOf } from '@/components/saved-views/saved-view-address';
import type { Shortcut } from '@/components/shortcuts/shortcut-list';
import type { CatalogueWire, SavedViewWire } from '@/lib/desk/wire';
import { fold } from '@/lib/segments/fold';

export const CHOICE_GROUPS = [
  'Do',
  'Conversations',
  'Go to',
  'Views',
  'Segments',
  'People',
] as const;

/** Something to choose: its id is the same tomorrow. */
export type Choice = {
  id: string;
  group: (typeof CHOICE_GROUPS)[number];
  label: string;
  hint?: string;
  /** Found by these words too. */
  findBy?: string;
  keys?: readonly string[];
  /** What choosing it does: runs a shortcut's act, or goes to a path. */
  does: { run: string } | { go: string };
};

export type Place = { path: string; label: string; hint?: string };

/** How many of a group are listed at once; typing finds the others. */
const MOST_OF_A_GROUP = 7;
/** Of what is not acted on often, while nothing is typed. */
const MOST_UNASKED = 4;

/** What a person can choose on the screen as it is now. */
export function choicesOf({
  shortcuts,
  runnable,
  places,
  views,
  catalogue,
}: {
  shortcuts: readonly Shortcut[];
  runnable: ReadonlySet<string>;
  places: readonly Place[];
  views: readonly SavedViewWire[];
  catalogue: CatalogueWire;
}): Choice[] {
  const { segments, people, me } = catalogue;
  // Going up and down the list is for keys alone: the focus goes back to where it was.
  const acts = shortcuts
    .filter(({ id, repeats }) => runnable.has(id) && !repeats && id !== 'palette')
    .map(({ id, group, label, keys }): Choice => {
      const goes = group === 'Go to';
      return { id: `act ${id}`, group: goes ? group : 'Do', label, keys, does: { run: id } };
    });
  const elsewhere = places.map(
    ({ path, label, hint }): Choice => ({
      id: `place ${path}`,
      group: 'Go to',
      label,
      ...(hint !== undefined && { hint }),
      does: { go: path },
    }),
  );
  const saved = views.map(
    (view): Choice => ({
      id: `view ${view.id}`,
      group: 'Views',
      label: view.name,
      hint: view.shared ? 'of the team' : 'your own',
      findBy: 'saved view queue',
      does: { go: hrefOf(view) },
    }),
  );
  const bySegment = [...segments]
    .sort((a, b) => Number(b.highPriority) - Number(a.highPriority))
    .map(
      ({ id, name, highPriority }): Choice => ({
        id: `segment ${id}`,
        group: 'Segments',
        label: name,
        hint: highPriority ? 'high-priority' : '',
        findBy: 'segment filter queue',
        does: { go: `/queue?segments=${encodeURIComponent(id)}` },
      }),
    );
  const byOwner = people
    .filter(() => me.role !== 'agent')
    .map(
      ({ id, name }): Choice => ({
        id: `person ${id}`,
        group: 'People',
        label: name,
        findBy: 'owner filter queue',
        does: { go: `/queue?owner=${encodeURIComponent(id)}` },
      }),
    );
  return [...acts, ...elsewhere, ...saved, ...bySegment, ...byOwner];
}

/** How well a choice answers: 0 its name begins so, 1 a word of it does, 2 the words are in it; null not at all. */
function fitOf({ label, hint = '', findBy = '' }: Choice, words: readonly string[]): number | null {
  const name = fold(label);
  const text = `${name} ${fold(hint)} ${fold(findBy)}`;
  if (!words.every((word) => text.includes(word))) return null;
  const [first = ''] = words;
  if (name.startsWith(first)) return 0;
  return name.split(/\s+/u).some((word) => word.startsWith(first)) ? 1 : 2;
}

/** The choices that have every word that was typed, by group, the best of each first; a few of each. */
export function choicesFor(choices: readonly Choice[], typed: string): Choice[] {
  const words = fold(typed).split(/\s+/u).filter(Boolean);
  return CHOICE_GROUPS.flatMap((group) => {
    const most = words.length > 0 ? MOST_OF_A_GROUP : group === 'Do' ? 100 : MOST_UNASKED;
    return choices
      .filter((choice) => choice.group === group)
      .map((choice) => ({ choice, fit: fitOf(choice, words) }))
      .filter(({ fit }) => fit !== null)
      .sort((a, b) => (a.fit ?? 0) - (b.fit ?? 0))
      .slice(0, most)
      .map(({ choice }) => choice);
  });
}
