import { type ChildProcess, fork } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Benchmark, numberOption, type Report, sizesOption } from './benchmark';
import type { FromServer, ToServer } from './fan-out-server';
import { CHANGES_A_TICK } from './fan-out-ticks';
import { fillDesk } from './fill-desk';
import { spreadOf } from './spread';

const WAYS = [
  { key: 'desk', name: 'Frontrow: folds, ranks, tells once a tick' },
  { key: 'tick', name: 'bare socket.io, the same messages made before' },
  { key: 'change', name: 'bare socket.io, one emit a change' },
];
const WARM_UP_TICKS = 20;
/** A round tells about so many sockets, so that few sockets are not measured in a blink. */
const TOLD_A_ROUND = 5_000;
const MOST_TICKS = 50;
const FEWEST_TICKS = 4;

type Done = Extract<FromServer, { is: 'done' }>;

/** Processor time to tell many sockets of changes; each server in a process, its sockets in another. */
async function fanOut(options: ReadonlyMap<string, string>): Promise<Report> {
  const sizes = sizesOption(options, 'sockets', [100, 1_000, 5_000]);
  const conversations = numberOption(options, 'conversations', 2_000);
  const segments = numberOption(options, 'segments', 50);
  const seed = numberOption(options, 'seed', 1);
  const rounds = numberOption(options, 'rounds', 7);
  const folder = await mkdtemp(join(tmpdir(), 'frontrow-bench-'));
  const running: ChildProcess[] = [];
  try {
    const filled = join(folder, 'filled.db');
    await fillDesk(filled, { conversations, segments, seed });
    const rows: string[][] = [];
    for (const sockets of sizes) {
      const ticks = Math.min(MOST_TICKS, Math.max(FEWEST_TICKS, TOLD_A_ROUND / sockets));
      const count = WARM_UP_TICKS + rounds * ticks;
      const servers = await Promise.all(
        WAYS.map(async ({ key }) => {
          const path = join(folder, `${key}-${sockets}.db`);
          copyFileSync(filled, path);
          const words = [key, path, sockets, seed, count].map(String);
          const server = fork('tests/bench/fan-out-server.ts', words, {
            execArgv: ['--import', 'tsx'],
          });
          running.push(server);
          await heard(server);
          return server;
        }),
      );
      const spent = WAYS.map((): Done[] => []);
      for (const server of servers) await run(server, WARM_UP_TICKS);
      for (let round = 0; round < rounds; round += 1) {
        for (const turn of WAYS.keys()) {
          const place = (turn + round) % WAYS.length;
          const server = servers[place];
          if (server) spent[place]?.push(await run(server, ticks));
        }
      }
      await compare(servers);
      rows.push(...rowsOf(sockets, ticks, spent));
      for (const server of servers) server.disconnect();
    }
    return {
      title: `Fan-out: ${CHANGES_A_TICK} changes a tick to sockets that watch one window; processor ms a tick, ${rounds} rounds`,
      columns: ['sockets', '', 'median', 'fastest–slowest', 'Frontrow takes', 'messages a tick'],
      rows,
      notes: [
        'User and system time of the server’s process with all its threads; the sockets are in another. A tick begins when all sockets have heard the last. Ours folds the changes, matches, ranks and makes the rows; nothing is written to disk by any. At the end the same list stands at the first socket of each.',
        'Not reached: 15 times less than one emit a change at 100 and 1,000 sockets. Twenty changes in one message are one frame a socket instead of twenty, but the same bytes; with few sockets, what it takes to fold, match, rank and make rows shows beside the frames, which is also why the same bytes alone cost half as much at 100 sockets.',
      ],
    };
  } finally {
    for (const server of running) server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(server: ChildProcess, ticks: number): Promise<Done> {
  server.send({ ticks } satisfies ToServer);
  const answer = await heard(server);
  if (answer.is !== 'done') throw new Error(`The server said ${answer.is}`);
  return answer;
}

function heard(server: ChildProcess): Promise<FromServer> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('A server has ended.'));
    server.once('exit', onExit);
    server.once('message', (message: FromServer) => {
      server.off('exit', onExit);
      resolve(message);
    });
  });
}

/** Throws unless the first sockets of all show the same list. */
async function compare(servers: readonly ChildProcess[]): Promise<void> {
  const lists = new Set<string>();
  for (const server of servers) {
    server.send({ show: true } satisfies ToServer);
    const answer = await heard(server);
    if (answer.is === 'shown') lists.add(answer.rows.join('\n'));
  }
  if (lists.size !== 1) throw new Error('The sockets have not been told the same.');
}

function rowsOf(sockets: number, ticks: number, spent: readonly (readonly Done[])[]): string[][] {
  const spreads = spent.map((of) => spreadOf(of.map(({ cpuMs }) => cpuMs / ticks)));
  return WAYS.map(({ name }, place) => {
    const { median, min, max } = spreads[place] ?? spreadOf([]);
    const ratios = (spent[place] ?? []).map(
      ({ cpuMs }, round) => (spent[0]?.[round]?.cpuMs ?? Number.NaN) / cpuMs,
    );
    const messages = (spent[place]?.[0]?.messages ?? 0) / ticks;
    return [
      sockets.toLocaleString('en'),
      name,
      median.toFixed(2),
      `${min.toFixed(2)}–${max.toFixed(2)}`,
      place === 0 ? '' : `${spreadOf(ratios).median.toFixed(2)} × this`,
      messages.toFixed(1),
    ];
  });
}

export const fanOutBenchmark: Benchmark = {
  name: 'fan-out',
  about: 'Processor time to tell many sockets of changes, beside bare socket.io',
  run: fanOut,
};
