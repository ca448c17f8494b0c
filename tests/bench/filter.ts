import type { QueueRow } from '@/lib/ranking/filter';
import { compareRank } from '@/lib/ranking/order';
import { type Benchmark, numberOption, type Row, sizesOption } from './benchmark';
import { BlockedList } from './blocked-list';
import { times } from './rank';
import {
  conversations,
  databaseOf,
  expectSame,
  numberOf,
  numbersOf,
  queueOf,
  SHARES,
  segmentId,
  WINDOW,
} from './rank-population';
import { measureInRounds, microseconds, type Subject } from './rounds';

/** Places in SHARES of a segment of 10 % and one of 0.1 %. */
const ASKED = [0, 1] as const;

export const filterBenchmark: Benchmark = {
  name: 'filter',
  about: 'the top 50 of a large and of a small segment: the queue, SQLite, an ordered scan',
  async run(options) {
    const sizes = sizesOption(options, 'sizes', [100_000, 1_000_000]);
    const seed = numberOption(options, 'seed', 1);
    const rounds = numberOption(options, 'rounds', 9);
    const batchMs = numberOption(options, 'batch', 6);
    const rows: Row[] = [];
    for (const size of sizes) {
      const line = conversations(size, seed);
      const queue = queueOf(line);
      const database = databaseOf(line, true);
      const list = new BlockedList<QueueRow>(compareRank, line);
      for (const place of ASKED) {
        const segment = segmentId(place);
        const filter = { segments: [segment] };
        const exists = database
          .prepare(`
            SELECT n FROM conversation c
            WHERE EXISTS (SELECT 1 FROM match m WHERE m.segment = ? AND m.n = c.n)
            ORDER BY priority DESC, waiting, n LIMIT ${WINDOW}`)
          .pluck();
        // CROSS JOIN makes SQLite begin with the matches; left to itself it takes the other way.
        const join = database
          .prepare(`
            SELECT c.n FROM match m CROSS JOIN conversation c ON c.n = m.n
            WHERE m.segment = ? ORDER BY c.priority DESC, c.waiting, c.n LIMIT ${WINDOW}`)
          .pluck();
        const asked: [string, () => (number | string)[]][] = [
          ['Frontrow', () => queue.window(filter, 'priority', 0, WINDOW).ids],
          ['SQLite EXISTS', () => numbersOf(exists.all(segment))],
          ['SQLite JOIN', () => numbersOf(join.all(segment))],
          ['ordered scan', () => scan(list, segment)],
        ];
        const [ours, ...theirs] = asked.map(([, ask]) => ask().map(numberOf));
        for (const [i, their] of theirs.entries()) expectSame(asked[i + 1]?.[0] ?? '', ours, their);
        const subjects = asked.map(([name, once]): Subject => ({ name, once }));
        const count = () => queue.window(filter, 'priority', 0, 0).total;
        subjects.push({ name: 'count', once: count });
        const measured = await measureInRounds(subjects, { rounds, batchMs });
        const cells = measured.map(({ name, spread, ratio }, i) => {
          if (name === 'count') return microseconds(spread.median);
          return i === 0
            ? `${microseconds(spread.median)} (${microseconds(spread.min)}–${microseconds(spread.max)})`
            : `${microseconds(spread.median)} (${times(ratio)})`;
        });
        const share = `${(SHARES[place] ?? 0) * 100} %`;
        rows.push([`${share} of ${size.toLocaleString('en')}`, ...cells]);
      }
      database.close();
    }
    return {
      title: 'Filter: the top 50 of a segment',
      columns: [
        'segment',
        'Frontrow (fastest–slowest round)',
        'SQLite EXISTS',
        'SQLite JOIN',
        'ordered scan',
        'the count in ours, alone',
      ],
      rows,
      notes: [
        'Microseconds a question, the median of the rounds; × is how many times our time. Nothing is kept for the filter between questions; a view that is watched keeps its window and asks none of this. Ours also counts all that pass, which a single segment knows of itself.',
        'What ours takes is the walk: the 50 lie among some 450 rows of the highest priorities for a segment of 10 %, and each word of bits that holds one of those is read, from all over the queue. SQLite reads the same 450 from its index, and looks each up among the matches.',
        'SQLite is in memory, its matches in a table by segment and conversation, its ranks in an index. The scan walks a blocked list of all rows in rank order until 50 match.',
      ],
    };
  },
};

function scan(list: BlockedList<QueueRow>, segment: string): string[] {
  const ids: string[] = [];
  for (const row of list) {
    if (!row.segments.has(segment)) continue;
    if (ids.push(row.conversationId) === WINDOW) break;
  }
  return ids;
}
