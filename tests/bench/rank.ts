import type { Benchmark, Row } from './benchmark';
import { numberOption, sizesOption } from './benchmark';
import { randomFrom } from './random';
import {
  frontrowRanking,
  type PipelinedRanking,
  type Ranking,
  type RankParts,
  type RankStep,
  redisRanking,
  rowsRanking,
  sqliteRanking,
  treeRanking,
} from './rank-peers';
import { conversations, expectSame, numberOf, queueOf } from './rank-population';
import { type Measured, measureInRounds, microseconds, type Subject } from './rounds';

const PARTS: readonly (RankParts & { name: string })[] = [
  { name: 'move', move: true, rank: false, top: false },
  { name: 'rank', move: false, rank: true, top: false },
  { name: 'top 50', move: false, rank: false, top: true },
  { name: 'all three', move: true, rank: true, top: true },
];
const CHECKED_STEPS = 100;
const PIPELINED = 100;

export const rankBenchmark: Benchmark = {
  name: 'rank',
  about: 'a conversation moves, its rank, the top 50: the queue, a B+ tree, SQLite, Redis',
  async run(options) {
    const sizes = sizesOption(options, 'sizes', [1_000, 10_000, 100_000, 1_000_000]);
    const seed = numberOption(options, 'seed', 1);
    const rounds = numberOption(options, 'rounds', 7);
    const batchMs = numberOption(options, 'batch', 6);
    const rows: Row[] = [];
    const firstMedians = new Map<string, number>();
    let hasRedis = true;
    for (const size of sizes) {
      const line = conversations(size, seed);
      const sqlite = sqliteRanking(line);
      const redis = await redisRanking(line);
      hasRedis = redis !== null;
      const all = [
        rowsRanking(line),
        frontrowRanking(line, queueOf(line)),
        treeRanking(line),
        sqlite,
      ];
      const todo = stepsFrom(size, seed);
      await check(all, redis, todo);
      for (const part of PARTS) {
        const subjects = all.map((one) => subjectOf(one, part, todo));
        if (redis) subjects.push(pipelinedSubject(redis, part, todo));
        const measured = await measureInRounds(subjects, { rounds, batchMs });
        const ours = measured[0]?.spread.median ?? Number.NaN;
        const first = firstMedians.get(part.name) ?? ours;
        firstMedians.set(part.name, first);
        rows.push([
          `${part.name}, ${size.toLocaleString('en')}`,
          ...cellsOf(measured),
          ...(redis ? [] : ['–']),
          `${(ours / first).toFixed(1)}×`,
        ]);
      }
      sqlite.close();
      await redis?.close();
    }
    return {
      title: 'Rank: a conversation moves, its rank, the top 50',
      columns: [
        'step, conversations',
        'ranked rows (fastest–slowest round)',
        'whole queue',
        'sorted-btree',
        'SQLite',
        'Redis',
        `against ${sizes[0]?.toLocaleString('en')}`,
      ],
      rows,
      notes: [
        'Microseconds a step, the median of the rounds; × is how many times our time, in the same rounds. Ranked rows are asked by handle, as the peers are by number. The whole queue is asked by id, and also keeps the counts and tells followers.',
        'sorted-btree counts nothing: its rank is a walk from the top. SQLite is in memory, so it pays for no disk, with the index (priority DESC, waiting, n) and prepared statements.',
        'In a profile of moves and ranks of the whole queue at 100,000, two thirds of the time are the lookup by id and the copying of rows; the bits are a few per cent. That leaves a move short of 50 times the tree.',
        'Not reached: top 50 at 20 times SQLite, all three at 500 times, 20 times Redis. A window is fifty rows handed over, 40 ns each, and SQLite reads fifty entries of an index that lies in the cache in 9 µs; with the window that cheap for both, all three are the rank, which SQLite counts and a Redis set does not. The cost grows by half from 1,000 to 1,000,000, as was asked.',
        hasRedis
          ? `Redis is a sorted set on 127.0.0.1, ${PIPELINED} steps a pipeline through ioredis; its time includes the client's and the way there.`
          : 'No Redis server answered on 127.0.0.1:6379, so Redis is left out.',
      ],
    };
  },
};

/** The same moves for everyone. */
function stepsFrom(size: number, seed: number): RankStep[] {
  const random = randomFrom(seed + 1);
  return Array.from({ length: 8_192 }, () => ({
    n: Math.floor(random() * size),
    priority: Math.floor(random() * 5),
  }));
}

async function check(
  all: readonly Ranking[],
  redis: PipelinedRanking | null,
  todo: readonly RankStep[],
): Promise<void> {
  const steps = todo.slice(0, CHECKED_STEPS);
  const answersOf = (one: Ranking) => {
    for (const { n, priority } of steps) one.move(n, priority);
    return { rank: one.rank(steps.at(-1)?.n ?? 0), top: one.top().map(numberOf) };
  };
  const [ours, ...theirs] = all.map(answersOf);
  for (const [i, their] of theirs.entries()) expectSame(all[i + 1]?.name ?? '', ours, their);
  if (redis) {
    expectSame('Redis', ours, await redis.steps(steps, { move: true, rank: true, top: true }));
  }
}

function subjectOf(one: Ranking, parts: RankParts, todo: readonly RankStep[]): Subject {
  return {
    name: one.name,
    once(turn) {
      const step = todo[turn % todo.length];
      if (step === undefined) return;
      if (parts.move) one.move(step.n, step.priority);
      if (parts.rank) one.rank(step.n);
      if (parts.top) one.top();
    },
  };
}

function pipelinedSubject(
  redis: PipelinedRanking,
  parts: RankParts,
  todo: readonly RankStep[],
): Subject {
  return {
    name: redis.name,
    onceAsync(turn) {
      const from = (turn * PIPELINED) % (todo.length - PIPELINED);
      return redis.steps(todo.slice(from, from + PIPELINED), parts);
    },
  };
}

function cellsOf(measured: readonly Measured[]): string[] {
  return measured.map(({ name, spread, ratio }, place) => {
    const each = name === 'Redis' ? PIPELINED : 1;
    const median = microseconds(spread.median / each);
    if (place > 0) return `${median} (${times(ratio / each)})`;
    return `${median} (${microseconds(spread.min)}–${microseconds(spread.max)})`;
  });
}

/** A ratio as one reads it. */
export function times(ratio: number): string {
  return `${ratio >= 10 ? Math.round(ratio).toLocaleString('en') : ratio.toFixed(1)}×`;
}
