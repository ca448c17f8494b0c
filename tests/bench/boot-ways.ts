import { openDatabase } from '@/db/sqlite/open-database';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import type { AttributeValue } from '@/lib/attributes/attribute';
import { Desk } from '@/lib/desk/desk';
import { Memory } from '@/lib/desk/memory';
import type { OpenConversation } from '@/lib/desk/store';

/*
 * One boot in a process of its own, started with --expose-gc: opens the database given in the way
 * given and prints how long that took, what it keeps in memory, and what it found.
 */

export type Boot = { ms: number; bytes: number; conversations: number; facts: number };

/** What a way has read; kept for as long as it is asked for what it found. */
type Held = { conversations: () => number; facts: () => number };

type Way = (path: string) => Promise<{ open: () => Promise<Held> }>;

const CONVERSATIONS = "select * from conversations where status <> 'resolved' order by id";
const OPEN = "(select contact_id from conversations where status <> 'resolved')";
const CONTACTS = `select * from contacts where id in ${OPEN} order by id`;
const VALUES = `select * from contact_values where contact_id in ${OPEN} order by contact_id, attribute`;

/** What a fact weighs in the comparison of what was found: all of it, so that none may differ. */
function weigh(attribute: string, { value, source, setAt }: AttributeValue): number {
  return attribute.length + String(value).length + source.length + (setAt % 1_000_003);
}

function factsOf(memory: Memory): number {
  let sum = 0;
  for (const { values } of memory.contacts.values()) {
    for (const [attribute, value] of values) sum += weigh(attribute, value);
  }
  return sum;
}

const WAYS: Record<string, Way> = {
  desk: async (path) => {
    const store = await openSqliteStore({ path });
    return {
      open: async () => {
        const { memory } = await Desk.open({ store });
        return {
          conversations: () => memory.conversations.size,
          facts: () => factsOf(memory),
        };
      },
    };
  },

  contacts: async (path) => {
    const store = await openSqliteStore({ path });
    return {
      open: async () => {
        const memory = await store.load((start) => {
          const met = new Memory(start);
          return Object.assign(met, {
            admit(page: readonly OpenConversation[]) {
              for (const { contact } of page) if (!met.contacts.has(contact.id)) met.meet(contact);
            },
          });
        });
        return {
          conversations: () => memory.contacts.size,
          facts: () => factsOf(memory),
        };
      },
    };
  },

  rows: async (path) => {
    const { $client } = openDatabase(path);
    return {
      open: async () => {
        const conversations = $client.prepare(CONVERSATIONS).raw().all();
        const contacts = $client.prepare(CONTACTS).raw().all();
        const values = $client
          .prepare<[], [string, string, string, AttributeValue['source'], number]>(VALUES)
          .raw()
          .all();
        return {
          conversations: () => Math.min(conversations.length, contacts.length),
          facts: () => {
            let sum = 0;
            for (const [, attribute, text, source, setAt] of values) {
              sum += weigh(attribute, { value: JSON.parse(text), source, setAt });
            }
            return sum;
          },
        };
      },
    };
  },

  objects: async (path) => {
    const { $client } = openDatabase(path);
    return {
      open: async () => {
        const conversations = $client.prepare(CONVERSATIONS).all();
        const contacts = new Map(
          $client
            .prepare<[], { id: string; external_id: string; revision: number }>(CONTACTS)
            .all()
            .map((row) => [row.id, { ...row, values: new Map<string, AttributeValue>() }]),
        );
        const values = $client
          .prepare<[], [string, string, string, AttributeValue['source'], number]>(VALUES)
          .raw();
        for (const [contactId, attribute, text, source, setAt] of values.iterate()) {
          const value = { value: JSON.parse(text), source, setAt };
          contacts.get(contactId)?.values.set(attribute, value);
        }
        return {
          conversations: () => Math.min(conversations.length, contacts.size),
          facts: () => {
            let sum = 0;
            for (const { values } of contacts.values()) {
              for (const [attribute, value] of values) sum += weigh(attribute, value);
            }
            return sum;
          },
        };
      },
    };
  },
};

const [name = '', path = ''] = process.argv.slice(2);
const way = WAYS[name];
if (!way || !global.gc) throw new Error('Say which way, and start with --expose-gc.');
const { open } = await way(path);
const before = inUse();
const start = performance.now();
const held = await open();
const ms = performance.now() - start;
const bytes = inUse() - before;
const boot: Boot = { ms, bytes, conversations: held.conversations(), facts: held.facts() };
process.stdout.write(JSON.stringify(boot));
process.exit(0);

/** Bytes on the heap and beside it that something still holds. */
function inUse(): number {
  global.gc?.();
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
