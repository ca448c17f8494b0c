import type { QueueFilter, QueueRow } from '@/lib/ranking/filter';
import { LiveViews } from '@/lib/ranking/live-views';
import { compareRank } from '@/lib/ranking/order';
import { type Benchmark, numberOption, type Row, sizesOption } from './benchmark';
import { conversations, queueOf, WINDOW } from './rank-population';
import { measureInRounds, microseconds } from './rounds';

/** What the views of many screens are of; each of them is another one. */
const KINDS: readonly [string, (n: number) => QueueFilter][] = [
  ['each its own conversations', (n) => ({ owner: `agent${n}` })],
  ['each a segment', (n) => ({ segments: [`other${n}`] })],
  ['each a segment of one channel', (n) => ({ segments: [`other${n}`], channel: 'web' })],
];
const MOST_ROWS = 256;

export const viewsBenchmark: Benchmark = {
  name: 'views',
  about: 'a change that no view but one holds, with 1, 20 and 200 different views open',
  async run(options) {
    const size = numberOption(options, 'size', 10_000);
    const counts = sizesOption(options, 'views', [1, 20, 200]);
    const seed = numberOption(options, 'seed', 1);
    const rounds = numberOption(options, 'rounds', 9);
    const batchMs = numberOption(options, 'batch', 4);
    const line = conversations(size, seed);
    const middle = [...line].sort(compareRank).slice(size / 2, size / 2 + MOST_ROWS);
    const rows: Row[] = [];
    for (const [name, filterOf] of KINDS) {
      const subjects = counts.map((count) => ({
        name: `${count}`,
        once: changer(line, middle, count, filterOf),
      }));
      const measured = await measureInRounds(subjects, { rounds, batchMs });
      rows.push([
        name,
        ...measured.map(
          ({ spread }) =>
            `${microseconds(spread.median)} (${microseconds(spread.min)}–${microseconds(spread.max)})`,
        ),
      ]);
    }
    return {
      title: `Views: a change among ${size.toLocaleString('en')} conversations, by how many different views are open`,
      columns: ['the views', ...counts.map((count) => `${count} (fastest–slowest round)`)],
      rows,
      notes: [
        'Microseconds a change, the median of the rounds, with the flush behind it. One of the views is the whole queue, which keeps its total and counts; the conversation changes its priority behind that window, and is in none of the other views.',
        'Screens with the same filter and window share one view, however many they are.',
      ],
    };
  },
};

/** Gives conversations of a queue with so many views one priority more and back, turn by turn. */
function changer(
  line: readonly QueueRow[],
  changing: readonly QueueRow[],
  count: number,
  filterOf: (n: number) => QueueFilter,
): (turn: number) => void {
  const queue = queueOf(line);
  const views = new LiveViews(queue, (conversationId) => ({
    conversationId,
    revision: queue.revisionOf(conversationId),
  }));
  let revision = 1;
  for (let n = 0; n < count; n += 1) {
    const filter = n === 0 ? {} : filterOf(n);
    views.flushOne(views.open({ filter, order: 'priority', offset: 0, limit: WINDOW }), revision);
  }
  return (turn) => {
    const row = changing[(turn >> 1) % changing.length];
    if (row === undefined) return;
    revision += 1;
    queue.put({ ...row, priority: row.priority + (turn & 1 ? 0 : 1), revision });
    if (views.flush(revision).length > 0) throw new Error('A window changed.');
  };
}
