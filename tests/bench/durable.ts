import { copyFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openDatabase } from '@/db/sqlite/open-database';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { type CommitTiming, Desk } from '@/lib/desk/desk';
import type { CommitRequest } from '@/lib/desk/store';
import { type Benchmark, numberOption, type Report } from './benchmark';
import { type Change, Changes, type DeskSize, fillWithValues, requestOf } from './durable-desk';
import { drizzlePeer, rawPeer } from './durable-peers';
import { spreadOf } from './spread';
import { threadHop } from './thread-hop';

/** How many groups of how many wait at once, what that is called, and how often it is tried. */
const LOADS: readonly Load[] = [
  { name: '1', waiting: 1, groups: 1, often: 1 },
  { name: '50', waiting: 50, groups: 1, often: 0.15 },
  { name: '50 + 50', waiting: 50, groups: 10, often: 0.03 },
];

type Load = { name: string; waiting: number; groups: number; often: number };

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
    values: numberOption(options, 'values', 1_000_000),
    segments: numberOption(options, 'segments', 100),
    seed: numberOption(options, 'seed', 1),
  };
  const rounds = numberOption(options, 'rounds', 300);
  const folder = await mkdtemp(join(tmpdir(), 'frontrow-bench-'));
  try {
    const filled = join(folder, 'filled.db');
    await fillWithValues(filled, size);
    const { ways, catalogueRevision, timings } = await openWays(folder, filled, size);
    const rows: string[][] = [];
    for (const load of LOADS) {
      const spent = ways.map((): number[] => []);
      for (let round = 0; round < rounds * load.often; round += 1) {
        // Turns begin elsewhere each round, so that none always follows the same other.
        for (const [turn] of ways.entries()) {
          const place = (turn + round) % ways.length;
          const way = ways[place];
          if (way) spent[place]?.push(await measure(way, load, catalogueRevision));
        }
      }
      rows.push(...rowsOf(ways, spent, load));
    }
    compareRows(ways);
    for (const way of ways) await way.close();
    return {
      title: `A change made durable: ${size.values.toLocaleString('en')} values, ${size.segments} segments; µs a change`,
      columns: ['', 'waiting', 'median', 'p99', 'min', 'the desk costs'],
      rows,
      notes: [
        'The desk commits, folds, matches and ranks; the raw statements only write the same rows, in one transaction for all that wait. All have kept the same values, checked at the end.',
        'Where 50 + 50 wait, the next 50 are asked as soon as 50 are answered, while the other 50 are written: the thread writes while the loop folds. In one burst of 50, and for a change alone, asking, writing and folding follow one another, where the raw statements only write: that is why the desk does not come within 1.1 × of them there.',
        await partsOf(timings.slice(0, rounds)),
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
  const timings: CommitTiming[] = [];
  const desk = await Desk.open({
    store: await openSqliteStore({ path: own }),
    onCommit: (timing) => timings.push(timing),
  });
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
  return { ways, catalogueRevision, timings };
}

/** Microseconds a change. Where there are more groups, the next one waits while one is written. */
async function measure(
  way: Way,
  { waiting, groups }: Load,
  catalogueRevision: number,
): Promise<number> {
  const changes: Change[] = way.changes.next(waiting * groups);
  const requests = changes.map((change) => requestOf(change, catalogueRevision));
  const start = performance.now();
  const asked: Promise<number[]>[] = [];
  for (let from = 0; from < requests.length; from += waiting) {
    await asked.at(-2);
    asked.push(way.keep(requests.slice(from, from + waiting)));
    // Asked in one turn, the first two groups would be one.
    if (from === 0 && groups > 1) await setImmediate();
  }
  const revisions = (await Promise.all(asked)).flat();
  const spent = performance.now() - start;
  for (const [place, change] of changes.entries()) way.changes.kept(change, revisions[place] ?? 0);
  return (spent / changes.length) * 1_000;
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

/** What the time of a change alone is made of. */
async function partsOf(timings: readonly CommitTiming[]): Promise<string> {
  const median = (times: number[]) => spreadOf(times).median.toFixed(0);
  const durable = median(timings.map(({ durableMs }) => durableMs * 1_000));
  const folding = median(timings.map(({ durableMs, foldedMs }) => (foldedMs - durableMs) * 1_000));
  const hop = (await threadHop(timings.length)).median.toFixed(0);
  return `A change alone through the desk is durable after ${durable} µs and folded ${folding} µs later. A message to a thread that does nothing, and back, takes ${hop} µs on this machine at this moment.`;
}

function rowsOf(ways: readonly Way[], spent: readonly number[][], load: Load): string[][] {
  const spreads = spent.map(spreadOf);
  const own = spreads[0]?.median ?? Number.NaN;
  return ways.map(({ name }, place) => {
    const { median, p99, min } = spreads[place] ?? spreadOf([]);
    const ratio = place === 0 ? '' : `${(own / median).toFixed(2)} × this`;
    const cells = [median, p99, min].map((us) => us.toFixed(0));
    return [name, load.name, ...cells, ratio];
  });
}

export const durableBenchmark: Benchmark = {
  name: 'durable',
  about: 'A change through the desk, durable and folded, with 1 and 50 waiting',
  run: durable,
};
