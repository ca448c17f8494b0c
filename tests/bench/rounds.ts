import { type Spread, spreadOf } from './spread';

/** Something done over and over; `turn` counts up from 0. An async one is awaited each time. */
export type Subject = { name: string } & (
  | { once: (turn: number) => unknown }
  | { onceAsync: (turn: number) => Promise<unknown> }
);

/** What a subject takes, in microseconds an operation, and in each round next to the first subject. */
export type Measured = { name: string; spread: Spread; ratio: number };

/**
 * Measures subjects in turn, round by round (A B B A …), so that what disturbs the machine disturbs
 * all of them. A subject repeats its operation for about `batchMs` a round. `ratio` is the median
 * over the rounds of its time to that of the first.
 */
export async function measureInRounds(
  subjects: readonly Subject[],
  { rounds, batchMs }: { rounds: number; batchMs: number },
): Promise<Measured[]> {
  const turns = subjects.map(() => 0);
  const take = async (place: number, count: number) => {
    const subject = subjects[place];
    const from = turns[place] ?? 0;
    turns[place] = from + count;
    const start = performance.now();
    if (subject && 'once' in subject) {
      for (let turn = from; turn < from + count; turn += 1) subject.once(turn);
    } else {
      for (let turn = from; turn < from + count; turn += 1) await subject?.onceAsync(turn);
    }
    return performance.now() - start;
  };
  const counts: number[] = [];
  for (const place of subjects.keys()) counts.push(await countFor(batchMs, (n) => take(place, n)));
  const measured = subjects.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    // There and back, so that nobody always comes after the same one and inherits what it left.
    const order = [...subjects.keys()];
    for (const place of round % 2 === 0 ? order : order.reverse()) {
      const count = counts[place] ?? 1;
      measured[place]?.push(((await take(place, count)) * 1_000) / count);
    }
  }
  const [first = []] = measured;
  return subjects.map(({ name }, place) => {
    const times = measured[place] ?? [];
    const ratios = times.map((time, round) => time / (first[round] ?? Number.NaN));
    return { name, spread: spreadOf(times), ratio: spreadOf(ratios).median };
  });
}

/** How often to repeat for a batch to take so long; found by trying, which also warms up. */
async function countFor(
  batchMs: number,
  take: (count: number) => Promise<number>,
): Promise<number> {
  let count = 1;
  for (let tries = 0; tries < 30; tries += 1) {
    const tookMs = await take(count);
    if (tookMs >= batchMs / 2) {
      const wanted = Math.max(1, Math.round((count * batchMs) / tookMs));
      // Compiled code is faster than what was just measured.
      const againMs = await take(wanted);
      return Math.max(1, Math.round((wanted * batchMs) / againMs));
    }
    count = tookMs <= 0 ? count * 4 : Math.ceil(Math.min(count * 4, (count * batchMs) / tookMs));
  }
  return count;
}

/** Microseconds as one reads them. */
export function microseconds(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
