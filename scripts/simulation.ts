import { z } from 'zod';
import type { Random } from '@/db/seed-random';
import { type DeskApi, Refused } from './desk-api';
import { Colleague } from './simulate-colleagues';
import { Customers } from './simulate-customers';
import { readWindow, type Standing } from './simulate-queue';

const MOST_WAITING = 90;
const PAGE = 200;

const peopleSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.string(),
    active: z.boolean(),
  }),
);

const crmSchema = z.object({ connection: z.object({ enabled: z.boolean() }).nullable() });

/** What has happened so far. */
export type Tally = {
  arrived: number;
  wroteAgain: number;
  changed: number;
  taken: number;
  answered: number;
};

/** A living desk: customers, a CRM and colleagues, one small thing after the other. */
export class Simulation {
  readonly tally: Tally = { arrived: 0, wroteAgain: 0, changed: 0, taken: 0, answered: 0 };
  /** How many New conversations there were at the last step. */
  waiting = 0;
  private readonly customers: Customers;

  private constructor(
    private readonly api: DeskApi,
    private readonly random: Random,
    readonly colleagues: readonly Colleague[],
    asksCrm: boolean,
  ) {
    this.customers = new Customers(api, random, asksCrm);
  }

  /**
   * Finds the colleagues who may work: all agents but the one whom one-click sign-in opens, and
   * none where there is no such sign-in. Throws Refused for a token that may not see people.
   */
  static async begin(api: DeskApi, random: Random): Promise<Simulation> {
    const people = await api.call(peopleSchema, { method: 'GET', path: '/people' });
    const agents = people
      .filter(({ role, active }) => role === 'agent' && active)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(1);
    const [first] = agents;
    const open = first ? await signsIn(api, first.email) : false;
    const colleagues = open ? agents.map((person) => new Colleague(person, api, random)) : [];
    const { connection } = await api.call(crmSchema, { method: 'GET', path: '/crm' });
    return new Simulation(api, random, colleagues, connection?.enabled ?? false);
  }

  /**
   * Does the next thing in the world outside, and lets colleagues work whose time has come.
   * `elapsedMs` is the time since the beginning, by the simulation's own clock.
   */
  async step(elapsedMs: number, nowMs: number): Promise<void> {
    const { total, entries } = await readWindow(this.api, {}, PAGE);
    this.waiting = total;
    for (const colleague of this.colleagues) {
      const done = await colleague.work(elapsedMs, total);
      if (done === 'took') this.tally.taken += 1;
      if (done === 'answered') this.tally.answered += 1;
    }
    try {
      await this.outside(entries, nowMs);
    } catch (error) {
      // People change the desk meanwhile: a conversation, a channel or an attribute may be gone.
      if (!(error instanceof Refused) || error.status === 401) throw error;
    }
  }

  private async outside(standing: readonly Standing[], nowMs: number): Promise<void> {
    const { random, customers, tally } = this;
    const known = standing.filter(({ channel }) => channel === 'api');
    const draw = random.next();
    if (known.length > 0 && draw < 0.56) {
      const one = random.pick(known);
      if (draw < 0.38) await customers.walks(one);
      else if (draw < 0.46) await customers.changesLoyalty(one);
      else await customers.countsFollowers(one);
      tally.changed += 1;
      return;
    }
    const full = this.waiting >= MOST_WAITING;
    if (draw < 0.75 || full) {
      const answered = !full && random.chance(0.5);
      const who = answered
        ? (await readWindow(this.api, { status: 'pending' }, PAGE)).entries
        : standing;
      if (who.length === 0) return;
      await customers.writesAgain(random.pick(who), answered);
      tally.wroteAgain += 1;
      return;
    }
    await customers.arrive(nowMs);
    tally.arrived += 1;
  }
}

async function signsIn(api: DeskApi, email: string): Promise<boolean> {
  try {
    await api.signIn(email);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
