import { copyFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@/db/sqlite/open-database';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { Desk } from '@/lib/desk/desk';
import type { CommitRequest } from '@/lib/desk/store';
import { type Benchmark, numberOption, type Report } from './benchmark';
import { type Change, Changes, type DeskSize, fillWithValues, requestOf } from './durable-desk';
import { drizzlePeer, rawPeer } from './durable-peers';
import { spreadOf } from './spread';

const WAITING = [1, 50];

/** One way of keeping changes, on a copy of the desk that is its own. */
type Way = {
  name: string;
  path: string;
  changes: Changes;
  keep: (requests: readonly CommitRequest[]) => Promise<number[]>;
  close: () => Promise<void> | void;
};

/**
 * What it costs to change a value so that it survives a power cut: through the desk, folded and
 * ready for its views, and by two others. All take turns in one run on copies of one desk.
 */
async function durable(options: ReadonlyMap<string, string>): Promise<Report> {
  const size: DeskSize = {
    values: numberOption(options, 'values', 200_000),
    segments: numberOption(options, 'segments', 100),
    seed: numberOption(options, 'seed', 1),
  };
  const rounds = numberOption(options, 'rounds', 300);
  const folder = await mkdtemp(join(tmpdir(), 'frontrow-bench-'));
  try {
    const filled = join(folder, 'filled.db');
    await fillWithValues(filled, size);
    const { ways, catalogueRevision } = await openWays(folder, filled, size);
    const rows: string[][] = [];
    for (const waiting of WAITING) {
      const spent = ways.map((): number[] => []);
      for (let round = 0; round < Math.ceil(rounds / Math.sqrt(waiting)); round += 1) {
        // Turns begin elsewhere each round, so that none always follows the same other.
        for (const [turn] of ways.entries()) {
          const place = (turn + round) % ways.length;
          const way = ways[place];
          if (way) spent[place]?.push(await measure(way, waiting, catalogueRevision));
        }
      }
      rows.push(...rowsOf(ways, spent, waiting));
    }
    compareRows(ways);
    for (const way of ways) await way.close();
    return {
      title: `A change made durable: ${size.values.toLocaleString('en')} values, ${size.segments} segments; µs a change`,
      columns: ['', 'waiting', 'median', 'p99', 'min', 'the desk costs'],
      rows,
      notes: [
        'The desk commits, folds, matches and ranks; the raw statements only write the same rows, in one transaction for all that wait. All have kept the same values, checked at the end.',
        'Why the desk does not come within 1.1 × of the raw statements: asking, writing in the thread and folding follow one another for a group. A change alone waits twice for a thread to wake, which takes as long as the processors are busy with other things.',
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function openWays(folder: string, filled: string, size: DeskSize) {
  const copy = (name: string) => {
    const path = join(folder, `${name}.db`);
    copyFileSync(filled, path);
    return path;
  };
  const own = copy('desk');
  const desk = await Desk.open({ store: await openSqliteStore({ path: own }) });
  const { catalogueRevision, attributes, segments, highPriority } = desk.memory;
  const ways: Way[] = [
    {
      name: 'through the desk',
      path: own,
      changes: new Changes(size),
      keep: async (requests) => {
        const kept = await Promise.all(requests.map((request) => desk.commit(request)));
        return kept.map((entries) => entries[0]?.revision ?? 0);
      },
      close: () => desk.close(),
    },
  ];
  const [raw, ordinary] = [copy('raw'), copy('drizzle')];
  const drizzled = drizzlePeer(ordinary, [...segments.values()], new Set(highPriority), attributes);
  for (const [path, peer] of [
    [raw, rawPeer(raw)],
    [ordinary, drizzled],
  ] as const) {
    const keep = async (requests: readonly CommitRequest[]) => peer.keep(requests);
    ways.push({ name: peer.name, path, changes: new Changes(size), keep, close: peer.close });
  }
  return { ways, catalogueRevision };
}

/** Microseconds a change. */
async function measure(way: Way, waiting: number, catalogueRevision: number): Promise<number> {
  const changes: Change[] = way.changes.next(waiting);
  const requests = changes.map((change) => requestOf(change, catalogueRevision));
  const start = performance.now();
  const revisions = await way.keep(requests);
  const spent = performance.now() - start;
  for (const [place, change] of changes.entries()) way.changes.kept(change, revisions[place] ?? 0);
  return (spent / waiting) * 1_000;
}

/** Throws unless all have kept the same values and as many entries. */
function compareRows(ways: readonly Way[]): void {
  const kept = ways.map(({ path }) => {
    const { $client } = openDatabase(path);
    const rows = $client
      .prepare(
        'select contact_id, attribute, value from contact_values where set_at > 1 order by 1, 2',
      )
      .all();
    const entries = $client.prepare('select count(*) from journal').pluck().get();
    const revisions = $client.prepare('select id, revision from contacts where revision > 1').all();
    $client.close();
    return JSON.stringify([rows, entries, revisions]);
  });
  if (new Set(kept).size !== 1) throw new Error('The peers have not kept the same.');
}

function rowsOf(ways: readonly Way[], spent: readonly number[][], waiting: number): string[][] {
  const spreads = spent.map(spreadOf);
  const own = spreads[0]?.median ?? Number.NaN;
  return ways.map(({ name }, place) => {
    const { median, p99, min } = spreads[place] ?? spreadOf([]);
    const ratio = place === 0 ? '' : `${(own / median).toFixed(2)} × this`;
    const cells = [median, p99, min].map((us) => us.toFixed(0));
    return [name, String(waiting), ...cells, ratio];
  });
}

export const durableBenchmark: Benchmark = {
  name: 'durable',
  about: 'A change through the desk, durable and folded, with 1 and 50 waiting',
  run: durable,
};
