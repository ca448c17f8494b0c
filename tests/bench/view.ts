import type { QueueRow } from '@/lib/ranking/filter';
import { compareRank } from '@/lib/ranking/order';
import { type Benchmark, numberOption, type Row, sizesOption } from './benchmark';
import { times } from './rank';
import { conversations, expectSame, WINDOW } from './rank-population';
import { measureInRounds, microseconds } from './rounds';
import {
  d2miniWatcher,
  frontrowWatcher,
  ivmWatcher,
  liveQueryWatcher,
  type Watcher,
} from './view-peers';

const MOST_CROSSINGS = 256;
/** With 100,000 rows a live query fails to start: making its fractional indexes overflows the stack. */
const LIVE_QUERY_MOST = 10_000;
/** Turns before anything is measured: a change is short, and all are to be compiled. */
const WARM_UP = 1_000;

type Crossing = { low: QueueRow; high: QueueRow };

export const viewBenchmark: Benchmark = {
  name: 'view',
  about: "a change at a window's edge becomes a delta: a view, db-ivm, @tanstack/db, d2mini",
  async run(options) {
    const sizes = sizesOption(options, 'sizes', [1_000, 10_000, 100_000]);
    const seed = numberOption(options, 'seed', 1);
    const rounds = numberOption(options, 'rounds', 7);
    const batchMs = numberOption(options, 'batch', 4);
    const rows: Row[] = [];
    for (const size of sizes) {
      const line = conversations(size, seed);
      const ranked = [...line].sort(compareRank);
      const crossings = edgeOf(ranked);
      const all = [frontrowWatcher(line), ivmWatcher(ranked), d2miniWatcher(ranked)];
      if (size <= LIVE_QUERY_MOST) all.push(liveQueryWatcher(ranked));
      for (const crossing of crossings.slice(0, 4)) check(all, crossing);
      const subjects = all.map((one) => ({
        name: one.name,
        // There and back, so that every batch leaves what it found.
        once(turn: number) {
          const crossing = crossings[turn % crossings.length];
          if (crossing === undefined) return;
          one.change(crossing.low, crossing.high);
          one.change(crossing.high, crossing.low);
        },
      }));
      for (const subject of subjects) for (let i = 0; i < WARM_UP; i += 1) subject.once(i);
      const measured = await measureInRounds(subjects, { rounds, batchMs });
      const cells = measured.map(({ spread, ratio }, i) =>
        i === 0
          ? `${microseconds(spread.median / 2)} (${microseconds(spread.min / 2)}–${microseconds(spread.max / 2)})`
          : `${microseconds(spread.median / 2)} (${times(ratio)})`,
      );
      const absent = size <= LIVE_QUERY_MOST ? [] : ['–'];
      rows.push([size.toLocaleString('en'), ...cells, ...absent]);
    }
    return {
      title: "View: a change at the window's edge becomes a delta",
      columns: [
        'conversations',
        'Frontrow (fastest–slowest round)',
        'db-ivm',
        'd2mini',
        '@tanstack/db',
      ],
      rows,
      notes: [
        `Microseconds a change, the median of the rounds; × is how many times our time. A conversation just behind a window of ${WINDOW} gets one priority more and enters it, then one less.`,
        'db-ivm and d2mini run one orderBy with a limit and fractional indexes; @tanstack/db a live query with orderBy and limit over a collection that is written to as a sync engine does. Ours also keeps the total and the counts. The peers are given all rows in rank order: in waiting order their fractional indexes grow with every row, until the stack overflows before 100,000. The live query fails so even in rank order, and is left out there.',
        'Not reached at the smaller sizes: 10 and 25 times db-ivm. A profile is flat: putting the row, finding its place among the kept rows, making its entry and the delta take a fifth to a third of a microsecond each.',
      ],
    };
  },
};

/** Conversations behind the window that one priority more brings into its last ten places. */
function edgeOf(ranked: readonly QueueRow[]): Crossing[] {
  const near = ranked[WINDOW - 10];
  const last = ranked[WINDOW - 1];
  if (near === undefined || last === undefined) throw new Error('There are too few conversations.');
  const crossings: Crossing[] = [];
  for (const low of ranked.slice(WINDOW)) {
    const high = { ...low, priority: low.priority + 1 };
    if (compareRank(high, near) > 0 && compareRank(high, last) < 0) crossings.push({ low, high });
  }
  if (crossings.length === 0) throw new Error('No conversation stands at the edge of the window.');
  return crossings.slice(0, MOST_CROSSINGS);
}

function check(all: readonly Watcher[], { low, high }: Crossing): void {
  for (const [before, after] of [
    [low, high],
    [high, low],
  ] as const) {
    const [ours, ...theirs] = all.map((one) => one.change(before, after));
    if (ours?.come.length !== 1 || ours.gone.length !== 1) {
      throw new Error('The change does not cross the edge of the window.');
    }
    for (const [i, their] of theirs.entries()) expectSame(all[i + 1]?.name ?? '', ours, their);
  }
}
