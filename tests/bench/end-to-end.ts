import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@/db/sqlite/open-database';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { SYSTEM } from '@/lib/desk/context';
import { Desk } from '@/lib/desk/desk';
import { type Benchmark, numberOption, type Report, sizesOption } from './benchmark';
import { Load, type Run, type Sample, type Target, TOP_FOLLOWERS } from './end-to-end-load';
import type { Served } from './end-to-end-server';
import { fillDesk } from './fill-desk';
import { spreadOf } from './spread';

const WAYS = [
  { key: 'desk', name: 'Frontrow' },
  { key: 'ordinary', name: 'the ordinary way: query and send each window' },
  { key: 'floor', name: 'the floor: raw commit, bare emit of the same bytes' },
];
/** The conversations that change begin so far down that they are in no window by themselves. */
const FIRST_TARGET = 200;
const TARGETS = 500;
const WARM_UP_SECONDS = 0.5;
/** Longer than the longest tick: whoever rests so meets an idle desk. */
const REST_MS = 40;
const SPARE_ROWS = 9;
const TOP_SEGMENT = 'segment-top';

/** From an HTTP call that changes a fact to the message at the last of the sockets that watch. */
async function endToEnd(options: ReadonlyMap<string, string>): Promise<Report> {
  const crowds = sizesOption(options, 'sockets', [1, 100, 1_000]);
  const waitings = sizesOption(options, 'waiting', [1, 32]);
  const sizes = sizesOption(options, 'conversations', [10_000, 100_000]);
  const segments = numberOption(options, 'segments', 50);
  const seed = numberOption(options, 'seed', 1);
  const rounds = numberOption(options, 'rounds', 3);
  const seconds = numberOption(options, 'seconds', 0.8);
  const folder = await mkdtemp(join(tmpdir(), 'frontrow-bench-'));
  const running: ChildProcess[] = [];
  try {
    const rows: string[][] = [];
    for (const conversations of sizes) {
      const filled = join(folder, `filled-${conversations}.db`);
      await fillDesk(filled, { conversations, segments, seed });
      const targets = await prepareTargets(filled);
      for (const sockets of crowds) {
        const leastWindow = Math.max(...waitings) + SPARE_ROWS;
        const loads = await openLoads({ filled, sockets, leastWindow, targets, running });
        for (const { waiting, restMs } of [
          { waiting: 1, restMs: REST_MS },
          ...waitings.map((waiting) => ({ waiting, restMs: 0 })),
        ]) {
          const runs = WAYS.map((): Run[] => []);
          for (const load of loads) await load.run({ waiting, restMs, seconds: WARM_UP_SECONDS });
          for (let round = 0; round < rounds; round += 1) {
            for (const turn of WAYS.keys()) {
              const place = (turn + round) % WAYS.length;
              const load = loads[place];
              if (load) runs[place]?.push(await load.run({ waiting, restMs, seconds }));
            }
          }
          const how = restMs > 0 ? `${waiting}, rested` : `${waiting}`;
          const about = [conversations.toLocaleString('en'), sockets.toLocaleString('en'), how];
          rows.push(...rowsOf(about, runs));
        }
        for (const load of loads) load.close();
        for (const server of running.splice(0)) await stop(server);
      }
    }
    return {
      title: `End to end: a PATCH to the delta at the last socket; ${segments} segments, 20 views, ${rounds} rounds`,
      columns: [
        'queued',
        'sockets',
        'waiting',
        '',
        'changes/s',
        'fewest–most',
        'Frontrow makes',
        'p50 ms',
        'p99 ms',
        'Frontrow p99',
      ],
      rows,
      notes: [
        'Each change brings a conversation to the top of all views, or takes it from there; so many wait at once for their last socket. Callers and sockets are in the benchmark’s process, each server in its own. Shown lists of Frontrow and of the ordinary way, and rows kept by all three, are compared first.',
        `The ordinary way reads one window a view, not one a socket, and gives neither reasons nor counts of segments. The floor matches and ranks nothing; it has no tick. Frontrow tells at once when idle, else three times as long apart as telling took, 2 to 25 ms: who waits for the last socket and then goes on at once meets the tick every time. Rested, a change comes ${REST_MS} ms after the last was heard.`,
        'Not reached: 50 times the ordinary way. It reads twenty windows a change and sends each to all; ours sends the rows that changed. From 100 sockets on most of the time of both is frames to sockets, 20 views of them a change, where ours makes 16 to 24 times as many changes. Of the floor’s pace ours makes half, and all of it at 1,000 sockets; one socket and 32 waiting is the API, the commands and the tick, of which the floor has none.',
      ],
    };
  } finally {
    for (const server of running) await stop(server);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Adds the segment that brings to the top, and chooses who is brought there. */
async function prepareTargets(path: string): Promise<Target[]> {
  const desk = await Desk.open({ store: await openSqliteStore({ path }) });
  const { memory } = desk;
  const before = memory.prioritization.segmentIds;
  const condition = {
    attribute: 'twitter_followers',
    operator: 'gte' as const,
    operand: String(TOP_FOLLOWERS),
  };
  const after = { id: TOP_SEGMENT, name: 'Top', join: 'all' as const, conditions: [condition] };
  await desk.commit({
    actor: SYSTEM,
    cause: 'prepareTargets',
    expect: [],
    entries: [
      { kind: 'segment.saved', body: { before: null, after } },
      { kind: 'prioritization.changed', body: { before, after: [...before, TOP_SEGMENT] } },
    ],
  });
  const { ids } = memory.queue.window({}, 'priority', FIRST_TARGET, TARGETS);
  const targets = ids.flatMap((conversationId) => {
    const contactId = memory.conversations.get(conversationId)?.contactId ?? '';
    const externalId = memory.contacts.get(contactId)?.externalId;
    return externalId === undefined ? [] : [{ conversationId, externalId }];
  });
  await desk.close();
  return targets;
}

type Opening = {
  filled: string;
  sockets: number;
  leastWindow: number;
  targets: Target[];
  running: ChildProcess[];
};

/** Starts the servers on copies of one desk, and compares what they show and what they keep. */
async function openLoads(opening: Opening): Promise<Load[]> {
  const { filled, sockets, leastWindow, targets, running } = opening;
  const loads: Load[] = [];
  const shown: string[] = [];
  const kept: string[] = [];
  let sample: Sample | null = null;
  for (const { key } of WAYS) {
    const path = `${filled}-${key}-${sockets}`;
    copyFileSync(filled, path);
    const entries = entriesIn(path);
    const server = fork('tests/bench/end-to-end-server.ts', [key, path], {
      execArgv: ['--import', 'tsx'],
    });
    running.push(server);
    if (key === 'floor') {
      if (!sample) throw new Error('Frontrow has told nothing that the floor could send.');
      server.send(sample);
    }
    const [served]: Served[] = await once(server, 'message');
    if (!served) throw new Error('A server has no port.');
    const load = await Load.open({ ...served, sockets, leastWindow, targets });
    const tokens = entriesIn(path) - entries;
    const check = await load.check();
    if (key === 'desk') sample = check.sample;
    if (key !== 'floor') shown.push(JSON.stringify(check.rows));
    kept.push(JSON.stringify([valuesIn(path), entriesIn(path) - entries - tokens]));
    loads.push(load);
  }
  if (new Set(shown).size !== 1) throw new Error('The servers do not show the same list.');
  if (new Set(kept).size !== 1) throw new Error('The servers have not kept the same.');
  return loads;
}

function valuesIn(path: string): unknown {
  const { $client } = openDatabase(path);
  const values = $client
    .prepare('select contact_id, attribute, value, source from contact_values order by 1, 2')
    .all();
  $client.close();
  return values;
}

function entriesIn(path: string): number {
  const { $client } = openDatabase(path);
  const count = Number($client.prepare('select count(*) from journal').pluck().get());
  $client.close();
  return count;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}

/** `about` says what was measured: the first cells of each row. */
function rowsOf(about: readonly string[], runs: readonly (readonly Run[])[]): string[][] {
  const paces = runs.map((of) =>
    spreadOf(of.map(({ latencies, seconds }) => latencies.length / seconds)),
  );
  const delays = runs.map((of) => spreadOf(of.flatMap(({ latencies }) => latencies)));
  return WAYS.map(({ name }, place) => {
    const pace = paces[place] ?? spreadOf([]);
    const delay = delays[place] ?? spreadOf([]);
    const faster = (paces[0]?.median ?? Number.NaN) / pace.median;
    const later = (delays[0]?.p99 ?? Number.NaN) / delay.p99;
    return [
      ...about,
      name,
      pace.median.toFixed(0),
      `${pace.min.toFixed(0)}–${pace.max.toFixed(0)}`,
      place === 0 ? '' : `${faster.toFixed(2)} × this`,
      delay.median.toFixed(1),
      delay.p99.toFixed(1),
      place === 0 ? '' : `${later.toFixed(2)} × this`,
    ];
  });
}

export const endToEndBenchmark: Benchmark = {
  name: 'end-to-end',
  about: 'From an HTTP change to the delta at the last watching socket, beside the ordinary way',
  run: endToEnd,
};
