import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Benchmark, numberOption, type Report, sizesOption } from './benchmark';
import { fillForBoot } from './boot-desk';
import type { Boot } from './boot-ways';
import { spreadOf } from './spread';

const VALUES_EACH = 20;
/** The largest desk's rows as plain objects need more than Node takes by itself. */
const HEAP_MB = 4_096;

const WAYS = [
  { key: 'desk', name: 'the desk, matched and ranked' },
  { key: 'contacts', name: 'of it the contacts alone, matched' },
  { key: 'rows', name: 'raw better-sqlite3 read of the rows' },
  { key: 'objects', name: 'the same facts as plain objects' },
];

/** How long it takes to open a desk, and the memory it keeps, each time in a process of its own. */
async function boot(options: ReadonlyMap<string, string>): Promise<Report> {
  const sizes = sizesOption(options, 'sizes', [10_000, 100_000]);
  const segments = numberOption(options, 'segments', 100);
  const seed = numberOption(options, 'seed', 1);
  const rounds = numberOption(options, 'rounds', 5);
  const folder = await mkdtemp(join(tmpdir(), 'frontrow-bench-'));
  try {
    const rows: string[][] = [];
    for (const conversations of sizes) {
      const path = join(folder, `${conversations}.db`);
      await fillForBoot(path, { conversations, segments, seed });
      const boots = WAYS.map((): Boot[] => []);
      // The first round brings the file into the machine's cache and does not count.
      for (let round = 0; round <= rounds; round += 1) {
        for (const turn of WAYS.keys()) {
          const place = (turn + round) % WAYS.length;
          const one = await bootOnce(WAYS[place]?.key ?? '', path);
          if (round > 0) boots[place]?.push(one);
        }
      }
      compare(boots, conversations);
      rows.push(...rowsOf(conversations, boots));
    }
    return {
      title: `Boot and memory: open conversations of ${VALUES_EACH} values, ${segments} segments, ${rounds} rounds`,
      columns: [
        'conversations',
        '',
        'ms',
        'fastest–slowest',
        'desk takes',
        'bytes a conversation',
        'desk keeps',
      ],
      rows,
      notes: [
        'Time of Desk.open on an open store, beside reading the same rows; memory is what the heap and what lies beside it hold more than before, after a full collection. All have found the same conversations and the same facts. The raw read keeps its rows as arrays and makes nothing of them; values stay JSON text.',
        'The contacts alone are under a kilobyte each from some 50,000 on; a conversation with its row, its place in the queue and its preview is some 650 bytes more. What is left is mostly text that nobody shares: ids, names, addresses, previews.',
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bootOnce(way: string, path: string): Promise<Boot> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    `--max-old-space-size=${HEAP_MB}`,
    '--import',
    'tsx',
    'tests/bench/boot-ways.ts',
    way,
    path,
  ]);
  return JSON.parse(stdout);
}

/** Throws unless every boot has found the same. */
function compare(boots: readonly (readonly Boot[])[], conversations: number): void {
  const found = boots.flat().map((one) => `${one.conversations} ${one.facts}`);
  if (new Set(found).size !== 1 || !found[0]?.startsWith(`${conversations} `)) {
    throw new Error(`The ways have not read the same: ${[...new Set(found)].join(', ')}`);
  }
}

function rowsOf(conversations: number, boots: readonly (readonly Boot[])[]): string[][] {
  const times = boots.map((of) => spreadOf(of.map(({ ms }) => ms)));
  const sizes = boots.map((of) => spreadOf(of.map(({ bytes }) => bytes / conversations)));
  const [own] = times;
  const [ownSize] = sizes;
  return WAYS.map(({ name }, place) => {
    const time = times[place] ?? spreadOf([]);
    const size = sizes[place] ?? spreadOf([]);
    const ratio = (mine: number | undefined, theirs: number) =>
      place === 0 ? '' : `${((mine ?? Number.NaN) / theirs).toFixed(2)} × this`;
    return [
      conversations.toLocaleString('en'),
      name,
      time.median.toFixed(0),
      `${time.min.toFixed(0)}–${time.max.toFixed(0)}`,
      ratio(own?.median, time.median),
      Math.round(size.median).toLocaleString('en'),
      ratio(ownSize?.median, size.median),
    ];
  });
}

export const bootBenchmark: Benchmark = {
  name: 'boot',
  about: 'Opening a desk, and the memory it keeps a conversation, beside reading the rows',
  run: boot,
};
