import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { takeNext } from '@/lib/commands/conversations/take-next';
import type { PersonCaller } from '@/lib/desk/context';
import { Desk } from '@/lib/desk/desk';
import { type Benchmark, numberOption, type Report } from './benchmark';
import { fillDesk } from './fill-desk';
import { spreadOf } from './spread';
import { postgresTakes } from './take-postgres';

/**
 * Fifty agents press Take next at once, again and again: how long each waits, and that none is given
 * what another has. Beside a table that is updated by one statement.
 */
async function take(options: ReadonlyMap<string, string>): Promise<Report> {
  const conversations = numberOption(options, 'conversations', 10_000);
  const agents = numberOption(options, 'agents', 50);
  const rounds = numberOption(options, 'rounds', 20);
  const folder = await mkdtemp(join(tmpdir(), 'frontrow-bench-'));
  try {
    const path = join(folder, 'desk.db');
    await fillDesk(path, { conversations, segments: 100, seed: numberOption(options, 'seed', 1) });
    const desk = await Desk.open({ store: await openSqliteStore({ path }) });
    const callers = Array.from(
      { length: agents },
      (_, place): PersonCaller => ({
        kind: 'person',
        id: `agent-${place}`,
        name: `Agent ${place}`,
        role: 'agent',
      }),
    );
    const plain = plainTable(join(folder, 'plain.db'), desk);
    const taken = new Set<string>();
    const ways = [
      {
        name: 'the desk: claimed, folded, ranked anew',
        take: async (caller: PersonCaller) => {
          const input = { filter: {} };
          const { conversationId } = await takeNext({ ctx: { desk, caller }, input });
          taken.add(conversationId);
        },
      },
      { name: 'SQLite: UPDATE … RETURNING', take: ({ id }: PersonCaller) => plain.take(id) },
    ];
    const waits = ways.map((): number[] => []);
    const bursts = ways.map((): number[] => []);
    // The first round starts the thread that writes, and does not count.
    for (let round = 0; round <= rounds; round += 1) {
      for (const [turn] of ways.entries()) {
        const place = (turn + round) % ways.length;
        const from = performance.now();
        await Promise.all(
          callers.map(async (caller) => {
            // What answers at once is not made to wait for the turn of all.
            const asked = ways[place]?.take(caller);
            if (asked) await asked;
            if (round > 0) waits[place]?.push(performance.now() - from);
          }),
        );
        if (round > 0) bursts[place]?.push(performance.now() - from);
      }
    }
    if (taken.size !== agents * (rounds + 1)) throw new Error('Two agents were given the same.');
    if (plain.taken() !== agents * (rounds + 1))
      throw new Error('The plain table has lost a take.');
    plain.close();
    await desk.close();
    const postgres = await postgresTakes({ conversations, agents, rounds });
    const one = spreadOf(waits[0] ?? []).median;
    return {
      title: `Take next: ${agents} agents at once on a queue of ${conversations.toLocaleString('en')}; ms, ${rounds} rounds`,
      columns: ['', 'one waits, median', 'p99', 'all fifty, median', 'the desk takes'],
      rows: [
        ...ways.map(({ name }, place) => {
          const all = spreadOf(bursts[place] ?? []).median.toFixed(1);
          return rowOf(name, waits[place] ?? [], all, place === 0 ? null : one);
        }),
        ...(postgres ? [rowOf('PostgreSQL: FOR UPDATE SKIP LOCKED', postgres, '', one)] : []),
      ],
      notes: [
        'All are durable when they answer (SQLite with synchronous=FULL). The desk checks who asks and tells every screen by its journal; the others change one row. Fifty commits of the desk share a transaction; fifty statements of SQLite have one each.',
        postgres
          ? 'PostgreSQL is the one that runs on this machine, asked by pgbench over fifty connections; a wait there is a transaction.'
          : 'PostgreSQL was left out: none runs on this machine, or there is no psql and pgbench.',
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function rowOf(name: string, waits: readonly number[], all: string, desk: number | null): string[] {
  const { median, p99 } = spreadOf(waits);
  const ratio = desk === null ? '' : `${(desk / median).toPrecision(2)} × this`;
  return [name, median.toFixed(1), p99.toFixed(1), all, ratio];
}

/** The same queue as a table with an index in its order. */
function plainTable(path: string, desk: Desk) {
  const client = new Sqlite(path);
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.exec(`
    create table conversations (
      id text primary key, status text, owner_id text, priority integer, waiting_since integer);
    create index in_order on conversations (priority desc, waiting_since, id)
      where status = 'new' and owner_id is null`);
  const insert = client.prepare(
    "insert into conversations (id, status, owner_id, priority, waiting_since) values (?, 'new', null, ?, ?)",
  );
  client.transaction(() => {
    for (const { id, waitingSince, contactId } of desk.memory.conversations.values()) {
      const contact = desk.memory.contacts.get(contactId);
      insert.run(id, contact ? desk.memory.priorityOf(contact.matches) : 0, waitingSince);
    }
  })();
  const next = client.prepare(`
    update conversations set owner_id = ? where id = (
      select id from conversations where status = 'new' and owner_id is null
      order by priority desc, waiting_since, id limit 1) returning id`);
  return {
    take: (agent: string): void => void next.get(agent),
    taken: () =>
      Number(
        client
          .prepare('select count(*) from conversations where owner_id is not null')
          .pluck()
          .get(),
      ),
    close: () => client.close(),
  };
}

export const takeBenchmark: Benchmark = {
  name: 'take',
  about: 'Take next by fifty agents at once, beside SQLite and PostgreSQL',
  run: take,
};
