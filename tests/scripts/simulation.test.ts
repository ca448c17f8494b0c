import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemoDesk } from '@/db/seed';
import { randomFrom } from '@/db/seed-random';
import { DeskApi, Refused, Unreachable } from '@/scripts/desk-api';
import { Simulation } from '@/scripts/simulation';
import { freshDatabase } from '../fresh-database';
import { type RunningDesk, startDesk } from '../running-desk';

const STEP_MS = 1_200;

describe('The simulator on a demo desk', () => {
  const database = freshDatabase();
  let desk: RunningDesk;
  let simulation: Simulation;

  beforeAll(async () => {
    await seedDemoDesk({ path: database.path });
    desk = await startDesk({ path: database.path, demo: true });
    const api = new DeskApi(desk.url, desk.tokens.admin);
    simulation = await Simulation.begin(api, randomFrom(1));
  });
  afterAll(async () => {
    await desk.close();
    database.remove();
  });

  it('leaves the person whom one-click sign-in opens alone', () => {
    const names = simulation.colleagues.map(({ person }) => person.name);
    expect(names).toHaveLength(3);
    expect(names).not.toContain('Noor Haddad');
  });

  it('lets customers write, facts change and colleagues answer, with 50 to 95 always waiting', async () => {
    const before = desk.desk.memory.revision;
    const waiting: number[] = [];
    for (let step = 0; step < 500; step += 1) {
      await simulation.step(step * STEP_MS, Date.now());
      waiting.push(simulation.waiting);
    }
    const { tally } = simulation;
    expect(tally.arrived).toBeGreaterThan(50);
    expect(tally.changed).toBeGreaterThan(100);
    expect(tally.wroteAgain).toBeGreaterThan(20);
    expect(tally.taken).toBeGreaterThan(30);
    expect(tally.answered).toBeGreaterThan(30);
    expect(Math.min(...waiting)).toBeGreaterThanOrEqual(50);
    expect(Math.max(...waiting)).toBeLessThanOrEqual(95);
    expect(new Set(waiting).size).toBeGreaterThan(5);
    expect(desk.desk.memory.revision).toBeGreaterThan(before + 300);
    expect(desk.desk.memory.queue.window({ status: 'pending' }, 'oldest', 0, 0).total).toBeLessThan(
      60,
    );
    expect(desk.errors).toEqual([]);
  });
});

describe('The simulator elsewhere', () => {
  it('has nobody work where there is no one-click sign-in', async () => {
    const desk = await startDesk();
    await desk.person('agent');
    await desk.person('agent');
    const api = new DeskApi(desk.url, desk.tokens.admin);
    expect((await Simulation.begin(api, randomFrom(1))).colleagues).toEqual([]);
    await desk.close();
  });

  it('is refused with a token that may not see people, and finds a stopped desk unreachable', async () => {
    const desk = await startDesk();
    const api = new DeskApi(desk.url, desk.tokens.ingest);
    await expect(Simulation.begin(api, randomFrom(1))).rejects.toBeInstanceOf(Refused);
    await desk.close();
    await expect(Simulation.begin(api, randomFrom(1))).rejects.toBeInstanceOf(Unreachable);
  });
});
