import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { randomFrom } from '@/db/seed-random';
import { readArguments } from './arguments';
import { DeskApi, Refused, Unreachable } from './desk-api';
import { Simulation } from './simulation';

const USAGE = 'Usage: npm run simulate -- --url http://localhost:3000 --token TOKEN [--rate 1]';
const STEP_MS = 1_200;
const TELL_EVERY_MS = 30_000;
const LONGEST_BACK_OFF_MS = 15_000;

const { url, token, rate } = readArguments(
  z.object({
    url: z.url({ protocol: /^https?$/ }),
    token: z.string().min(1),
    rate: z.coerce.number().min(0.1).max(50).default(1),
  }),
  USAGE,
);

const stopped = new AbortController();
process.once('SIGINT', () => stopped.abort());
process.once('SIGTERM', () => stopped.abort());

const api = new DeskApi(url, token);
const random = randomFrom(Date.now());
let simulation: Simulation | null = null;
let elapsedMs = 0;
let toldAt = Date.now();
let backOffMs = 0;

/** One plain line about what has happened so far. */
function tell({ waiting, tally }: Simulation): void {
  const { arrived, wroteAgain, changed, taken, answered } = tally;
  const customers = `${arrived} customers came, ${wroteAgain} wrote again, ${changed} values changed`;
  console.log(`${waiting} waiting; so far ${customers}, ${taken} taken, ${answered} answered`);
}

async function begin(): Promise<Simulation> {
  const begun = await Simulation.begin(api, random);
  const names = begun.colleagues.map(({ person }) => person.name);
  const who = names.length > 0 ? names.join(', ') : 'nobody: this is not a demo desk';
  console.log(`Simulating customers at ${url}; at work: ${who}`);
  return begun;
}

while (!stopped.signal.aborted) {
  try {
    simulation ??= await begin();
    await simulation.step(elapsedMs, Date.now());
    if (backOffMs > 0) console.log('The desk is back.');
    backOffMs = 0;
    if (Date.now() - toldAt >= TELL_EVERY_MS) {
      toldAt = Date.now();
      tell(simulation);
    }
  } catch (error) {
    if (error instanceof Unreachable) {
      if (backOffMs === 0) console.log('The desk does not answer; waiting for it to come back.');
      backOffMs = Math.min(LONGEST_BACK_OFF_MS, Math.max(1_000, backOffMs * 2));
    } else {
      const why = error instanceof Refused ? `${error.message} It takes an admin token.` : error;
      console.error(why);
      process.exit(1);
    }
  }
  const stepMs = STEP_MS * (0.6 + 0.8 * random.next());
  elapsedMs += stepMs;
  await pause(backOffMs || stepMs / rate, null, { signal: stopped.signal }).catch(() => null);
}
if (simulation) tell(simulation);
process.exit(0);
