import type { QueueRow } from '@/lib/ranking/filter';
import { type Benchmark, numberOption, type Row, sizesOption } from './benchmark';
import { times } from './rank';
import {
  conversations,
  databaseOf,
  expectSame,
  HIGH,
  numberOf,
  numbersOf,
  queueOf,
  SHARES,
  segmentId,
  WINDOW,
} from './rank-population';
import { measureInRounds, microseconds, type Subject } from './rounds';

/** The place in SHARES of the segment that is toggled: 10 % of all. */
const TOGGLED = 0;

/** Toggles the segment and gives the top of the queue. */
type Toggle = { name: string; toggle(by: 1 | -1): number[] };

export const toggleBenchmark: Benchmark = {
  name: 'toggle',
  about: 'a 10 % segment becomes high-priority: the queue, recount and sort, SQL update and page',
  async run(options) {
    const sizes = sizesOption(options, 'sizes', [100_000, 1_000_000]);
    const seed = numberOption(options, 'seed', 1);
    const rounds = numberOption(options, 'rounds', 9);
    const batchMs = numberOption(options, 'batch', 20);
    const rows: Row[] = [];
    for (const size of sizes) {
      const line = conversations(size, seed);
      const sql = updateAndPage(line);
      const all = [shifting(line), recountAndSort(line), sql];
      for (const by of [1, -1] as const) {
        const [ours, ...theirs] = all.map((one) => one.toggle(by));
        for (const [i, their] of theirs.entries()) expectSame(all[i + 1]?.name ?? '', ours, their);
      }
      // A turn is a toggle there and back, so that every batch leaves what it found.
      const subjects = all.map(
        ({ name, toggle }): Subject => ({
          name,
          once() {
            toggle(1);
            toggle(-1);
          },
        }),
      );
      const measured = await measureInRounds(subjects, { rounds, batchMs });
      const cells = measured.map(({ spread, ratio }, i) =>
        i === 0
          ? `${microseconds(spread.median / 2)} (${microseconds(spread.min / 2)}–${microseconds(spread.max / 2)})`
          : `${microseconds(spread.median / 2)} (${times(ratio)})`,
      );
      const share = `${(SHARES[TOGGLED] ?? 0) * 100} %`;
      rows.push([`${share} of ${size.toLocaleString('en')}`, ...cells]);
      sql.close();
    }
    return {
      title: 'Toggle: a segment becomes high-priority, and the top 50 after it',
      columns: [
        'segment',
        'Frontrow (fastest–slowest round)',
        'recount and sort',
        'SQL UPDATE and page',
      ],
      rows,
      notes: [
        'Microseconds a toggle, the median of the rounds; × is how many times our time.',
        "Recount and sort is done well: a row's matches are one word, its priority the bits it shares with the high-priority ones, and rows in waiting order are sorted by counting. SQLite is in memory, with the index that rank order wants.",
        'Ours passes over the words of the segment and of each level, and touches no row; 150 times a recount is out of reach when the recount is one pass over typed arrays too.',
        'Nor is 300 times the SQL: it is half of that, as the update touches the same tenth of the rows, and its page is in memory too.',
      ],
    };
  },
};

function shifting(line: readonly QueueRow[]): Toggle {
  const queue = queueOf(line);
  return {
    name: 'Frontrow',
    toggle(by) {
      queue.shiftPriority(segmentId(TOGGLED), by);
      return queue.window({}, 'priority', 0, WINDOW).ids.map(numberOf);
    },
  };
}

function recountAndSort(line: readonly QueueRow[]): Toggle {
  const matches = Uint32Array.from(line, ({ segments }) => {
    let word = 0;
    for (const place of SHARES.keys()) if (segments.has(segmentId(place))) word |= 1 << place;
    return word;
  });
  const priorities = new Uint8Array(line.length);
  const ranked = new Uint32Array(line.length);
  let high = HIGH.reduce((word, place) => word | (1 << place), 0);
  return {
    name: 'recount and sort',
    toggle() {
      high ^= 1 << TOGGLED;
      const starts = new Uint32Array(SHARES.length + 2);
      for (let n = 0; n < matches.length; n += 1) {
        let priority = 0;
        for (let word = (matches[n] ?? 0) & high; word !== 0; word &= word - 1) priority += 1;
        priorities[n] = priority;
        // The highest priority goes first.
        const behind = SHARES.length - priority + 1;
        starts[behind] = (starts[behind] ?? 0) + 1;
      }
      for (let i = 1; i < starts.length; i += 1)
        starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
      for (let n = 0; n < matches.length; n += 1) {
        const level = SHARES.length - (priorities[n] ?? 0);
        const place = starts[level] ?? 0;
        ranked[place] = n;
        starts[level] = place + 1;
      }
      return [...ranked.subarray(0, WINDOW)];
    },
  };
}

function updateAndPage(line: readonly QueueRow[]): Toggle & { close(): void } {
  const database = databaseOf(line, true);
  const update = database.prepare(`
    UPDATE conversation SET priority = priority + ?
    WHERE n IN (SELECT n FROM match WHERE segment = ?)`);
  const page = database
    .prepare('SELECT n FROM conversation ORDER BY priority DESC, waiting, n LIMIT ?')
    .pluck();
  return {
    name: 'SQL UPDATE and page',
    toggle(by) {
      update.run(by, segmentId(TOGGLED));
      return numbersOf(page.all(WINDOW));
    },
    close: () => database.close(),
  };
}
