import { copyFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { prepareCommits } from '@/db/sqlite/commit';
import { entriesOf } from '@/db/sqlite/journal';
import { openDatabase } from '@/db/sqlite/open-database';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { Desk } from '@/lib/desk/desk';
import type { CommitRequest, Store } from '@/lib/desk/store';
import { type Benchmark, numberOption, type Report } from './benchmark';
import { Changes, type DeskSize, fillWithValues, requestOf } from './durable-desk';
import { type Spread, spreadOf } from './spread';

/** The finest the loop's delay can be watched in; milliseconds. */
const RESOLUTION_MS = 1;
const WARM_UP = 2_000;

type Pace = { perSecond: number; seconds: number };
type Commit = () => Promise<unknown>;
type Measured = { latency: Spread; loopDelayP99: number; busy: number; perSecond: number };

/**
 * Changes that arrive at a steady pace, whatever the desk does: how long each waits until it is
 * durable and folded, and how long everything else on the event loop waits meanwhile.
 */
async function paced(options: ReadonlyMap<string, string>): Promise<Report> {
  const size: DeskSize = {
    values: numberOption(options, 'values', 1_000_000),
    segments: numberOption(options, 'segments', 100),
    seed: numberOption(options, 'seed', 1),
  };
  const pace: Pace = {
    perSecond: numberOption(options, 'rate', 2_000),
    seconds: numberOption(options, 'seconds', 5),
  };
  const folder = await mkdtemp(join(tmpdir(), 'frontrow-bench-'));
  try {
    const filled = join(folder, 'filled.db');
    await fillWithValues(filled, size);
    const rows: string[][] = [];
    for (const [name, withCommits] of [
      ["the writer's thread", (store: Store) => store],
      ['inline, default checkpoint', inline],
    ] as const) {
      const path = join(folder, `${rows.length}.db`);
      copyFileSync(filled, path);
      const store = withCommits(await openSqliteStore({ path }), path);
      const desk = await Desk.open({ store });
      rows.push([name, ...cellsOf(await measure(changing(desk, size), pace))]);
      await desk.close();
    }
    rows.push(['nothing kept: the pace itself', ...cellsOf(await measure(async () => {}, pace))]);
    return {
      title: `${pace.perSecond.toLocaleString('en')} changes/s for ${pace.seconds} s: ${size.values.toLocaleString('en')} values, ${size.segments} segments; ms`,
      columns: ['', 'median', 'p99', 'max', "loop's delay p99", 'loop busy', 'changes/s kept'],
      rows,
      notes: [
        'The time of a change counts from when it was due, so who falls behind shows it. The last row is what the pace and the watching of the loop take by themselves.',
        'Not reached: a p99 five times lower. The slowest changes are those that wait for the disk, in the thread as inline; what the thread takes from the loop shows in its delay.',
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same commit on the event loop, one transaction a change, with SQLite's own checkpoints. */
function inline(store: Store, path: string): Store {
  const db = openDatabase(path);
  const commitTogether = prepareCommits(db);
  return {
    ...store,
    commit: async (request: CommitRequest) => {
      const [outcome] = commitTogether([{ request, now: Date.now() }]);
      if (outcome?.is !== 'kept') throw new Error(`Not kept: ${JSON.stringify(outcome)}`);
      return entriesOf(request, outcome.kept);
    },
    close: async () => {
      db.$client.close();
      await store.close();
    },
  };
}

/** Changes one random value after the other. */
function changing(desk: Desk, size: DeskSize): Commit {
  const changes = new Changes(size);
  const { catalogueRevision } = desk.memory;
  return () => {
    const [change] = changes.next(1);
    if (!change) throw new Error('There is always a next change.');
    const request = requestOf(change, catalogueRevision);
    // A contact may change twice before the first is answered: both are kept.
    const expect = request.expect.filter(({ kind }) => kind === 'catalogue');
    return desk.commit({ ...request, expect });
  };
}

async function measure(commit: Commit, pace: Pace): Promise<Measured> {
  await Promise.all(Array.from({ length: WARM_UP }, commit));

  const count = pace.perSecond * pace.seconds;
  const latencies: number[] = [];
  const kept: Promise<unknown>[] = [];
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const before = performance.eventLoopUtilization();
  const start = performance.now();
  delay.enable();
  await new Promise<void>((resolve) => {
    const turn = () => {
      const due = Math.min(count, ((performance.now() - start) / 1_000) * pace.perSecond);
      while (kept.length < due) {
        const dueAt = start + (kept.length / pace.perSecond) * 1_000;
        kept.push(commit().then(() => latencies.push(performance.now() - dueAt)));
      }
      if (kept.length < count) setTimeout(turn, 1);
      else resolve();
    };
    turn();
  });
  await Promise.all(kept);
  delay.disable();
  const seconds = (performance.now() - start) / 1_000;
  return {
    latency: spreadOf(latencies),
    loopDelayP99: Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS),
    busy: performance.eventLoopUtilization(before).utilization,
    perSecond: count / seconds,
  };
}

function cellsOf({ latency, loopDelayP99, busy, perSecond }: Measured): string[] {
  return [
    ...[latency.median, latency.p99, latency.max, loopDelayP99].map((ms) => ms.toFixed(1)),
    `${(busy * 100).toFixed(0)} %`,
    perSecond.toFixed(0),
  ];
}

export const pacedBenchmark: Benchmark = {
  name: 'paced',
  about:
    'Changes at a steady pace: how long they and the event loop wait, with commits in a thread and inline',
  run: paced,
};
