import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { migrateDatabase } from '@/db/sqlite/migrate';
import { openDatabase } from '@/db/sqlite/open-database';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import type { AttributeValue } from '@/lib/attributes/attribute';
import { countContacts } from '@/lib/commands/segments/count-contacts';
import { SYSTEM } from '@/lib/desk/context';
import { Desk } from '@/lib/desk/desk';
import { DESK_NAMESPACE } from '@/lib/desk/facts';
import { layFoundation } from '@/lib/desk/foundation';
import { newId } from '@/lib/desk/ids';
import { readCoverage } from '@/lib/desk/reads/coverage';
import { compileSegment } from '@/lib/segments/evaluate';
import type { Condition } from '@/lib/segments/segment';
import { type Benchmark, numberOption, type Report } from './benchmark';
import { randomFrom } from './random';
import { spreadOf } from './spread';

const VALUES_EACH = 20;
const WORDS = 1_000;
const NAMED = [1, 3, 10];
const WHOLE_PAGE = 500;

type Counted = { contacts: number; tookMs: number; turnsMs: number[] };

/**
 * How long it takes to count who matches among all contacts, and how long the event loop is held
 * meanwhile, beside reading whole contacts, 500 at a time. Both take turns in one run.
 */
async function count(options: ReadonlyMap<string, string>): Promise<Report> {
  const contacts = numberOption(options, 'contacts', 100_000);
  const rounds = numberOption(options, 'rounds', 5);
  const folder = await mkdtemp(join(tmpdir(), 'frontrow-bench-'));
  try {
    const path = join(folder, 'desk.db');
    await fill(path, contacts, numberOption(options, 'seed', 1));
    const desk = await Desk.open({ store: await openSqliteStore({ path }) });
    const { $client } = openDatabase(path);
    const page = $client
      .prepare('select id from contacts where id > ? order by id limit ?')
      .pluck();
    const values = $client
      .prepare(
        'select contact_id, attribute, value from contact_values where contact_id > ? and contact_id <= ?',
      )
      .raw();

    const byDesk = async (conditions: readonly Condition[]) => {
      const counting = countContacts({
        ctx: { desk, caller: SYSTEM },
        input: { join: 'any', conditions },
      });
      for await (const line of counting) if (line.done) return line.contacts;
      throw new Error('The count has no end.');
    };
    const byWholeContacts = async (conditions: readonly Condition[]) => {
      const { attributes, settings } = desk.memory;
      const context = { attributes, timeZone: settings.timeZone };
      const holds = compileSegment({ join: 'any', conditions }, context);
      let matching = 0;
      for (let after = ''; ; await turn()) {
        const last = page.all(after, WHOLE_PAGE).at(-1);
        if (typeof last !== 'string') return matching;
        for (const known of contactsOf(values.all(after, last))) if (holds(known)) matching += 1;
        after = last;
      }
    };

    const byCoverage = async () => {
      const reading = readCoverage({ desk, caller: SYSTEM }, attributeAt(0));
      for await (const line of reading) if (line.done) return line.contacts;
      throw new Error('The coverage has no end.');
    };

    const rows: string[][] = [];
    for (const named of NAMED) {
      const conditions = Array.from({ length: named }, (_, place) => conditionAt(place));
      const ours: Counted[] = [];
      const whole: Counted[] = [];
      const coverages: Counted[] = [];
      // The first round brings the file into the machine's cache and does not count.
      for (let round = 0; round <= rounds; round += 1) {
        const one = await watched(() => byDesk(conditions));
        const other = await watched(() => byWholeContacts(conditions));
        if (one.contacts !== other.contacts) throw new Error('The counts differ.');
        if (round > 0) ours.push(one);
        if (round > 0) whole.push(other);
        // It reads one attribute, as a count that names one does.
        if (named > 1) continue;
        const coverage = await watched(byCoverage);
        if (coverage.contacts !== contacts) throw new Error('Some have no value.');
        if (round > 0) coverages.push(coverage);
      }
      rows.push(
        rowOf('the desk', named, ours),
        rowOf('every value of 500 contacts at a time', named, whole),
      );
      if (named === 1) rows.push(rowOf('the desk, the coverage of an attribute', named, coverages));
    }
    $client.close();
    await desk.close();
    return {
      title: `Who matches among ${contacts.toLocaleString('en')} contacts of ${VALUES_EACH} values: ${rounds} rounds`,
      columns: ['', 'attributes named', 'ms', 'a turn of the event loop, p99 ms', 'longest ms'],
      rows,
      notes: [
        'The desk reads the values that the conditions name, the other, with raw better-sqlite3, all of them; both have counted the same. The medians of the rounds; a turn is how long anything else waits while they count.',
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The values of each contact; its rows lie together. */
function contactsOf(rows: readonly unknown[]): Map<string, AttributeValue>[] {
  const contacts = new Map<string, Map<string, AttributeValue>>();
  for (const row of rows) {
    const [id, attribute, text] = Array.isArray(row) ? row.map(String) : [];
    const known = contacts.get(id ?? '') ?? new Map<string, AttributeValue>();
    contacts.set(id ?? '', known);
    known.set(attribute ?? '', { value: JSON.parse(text ?? ''), source: 'crm', setAt: 1 });
  }
  return [...contacts.values()];
}

const attributeAt = (place: number) => `fact_${place}`;
const conditionAt = (place: number): Condition => ({
  attribute: attributeAt(place),
  operator: 'eq',
  operand: 'word 7',
});

/** Runs it, and sees how long each turn of the event loop takes meanwhile. */
async function watched(work: () => Promise<number>): Promise<Counted> {
  const turnsMs: number[] = [];
  let watching = true;
  const watch = async () => {
    for (let last = performance.now(); watching; ) {
      await turn();
      const now = performance.now();
      turnsMs.push(now - last);
      last = now;
    }
  };
  const watches = watch();
  const from = performance.now();
  const contacts = await work();
  const tookMs = performance.now() - from;
  watching = false;
  await watches;
  return { contacts, tookMs, turnsMs };
}

function rowOf(name: string, named: number, counted: readonly Counted[]): string[] {
  const median = (one: (counted: Counted) => number) => spreadOf(counted.map(one)).median;
  return [
    name,
    String(named),
    median(({ tookMs }) => tookMs).toFixed(0),
    median(({ turnsMs }) => spreadOf(turnsMs).p99).toFixed(1),
    median(({ turnsMs }) => spreadOf(turnsMs).max).toFixed(1),
  ];
}

/** A desk whose contacts have no conversation; the rows are written past it, which is quicker. */
async function fill(path: string, contacts: number, seed: number): Promise<void> {
  migrateDatabase(path);
  const desk = await Desk.open({ store: await openSqliteStore({ path }) });
  await layFoundation(desk);
  await desk.close();
  const random = randomFrom(seed);
  const { $client } = openDatabase(path);
  const attribute = $client.prepare("insert into attributes values (?, ?, 'text', 'crm', 1, 0, ?)");
  const contact = $client.prepare('insert into contacts values (?, ?, ?, 1)');
  const value = $client.prepare("insert into contact_values values (?, ?, ?, 'crm', 1)");
  $client.transaction(() => {
    for (let n = 0; n < VALUES_EACH; n += 1) attribute.run(attributeAt(n), attributeAt(n), 100 + n);
    for (let place = 0; place < contacts; place += 1) {
      const id = newId(place);
      contact.run(id, DESK_NAMESPACE, id);
      for (let n = 0; n < VALUES_EACH; n += 1)
        value.run(id, attributeAt(n), JSON.stringify(`word ${Math.floor(random() * WORDS)}`));
    }
  })();
  $client.close();
}

export const countBenchmark: Benchmark = {
  name: 'count',
  about: 'counting who matches among all contacts, and how long it holds the event loop',
  run: count,
};
