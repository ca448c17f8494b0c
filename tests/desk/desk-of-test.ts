import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { createChannel } from '@/lib/commands/channels/create-channel';
import { invitePerson } from '@/lib/commands/people/invite-person';
import { type PersonCaller, SYSTEM } from '@/lib/desk/context';
import { Desk } from '@/lib/desk/desk';
import { layFoundation } from '@/lib/desk/foundation';
import { Vault } from '@/lib/desk/vault';
import { type Snapshot, snapshotOf } from '../contract/snapshot-of';
import { freshStore } from '../fresh-database';

/** A desk on a fresh store with its foundation, a channel `chat` and some people. */
export async function deskOfTest(options: { clock?: () => number; people?: number } = {}) {
  const { store, path, close } = await freshStore(options);
  const empty: Snapshot = await snapshotOf(store);
  const vault = new Vault('a secret of at least thirty-two characters');
  const desk = await Desk.open({ store, vault, ...options });
  await layFoundation(desk);
  const ctx = { desk, caller: SYSTEM };
  await createChannel({ ctx, input: { key: 'chat', label: 'Chat' } });
  const callers: PersonCaller[] = [];
  for (let n = 0; n < (options.people ?? 3); n += 1) {
    const input = { name: `Agent ${n}`, email: `agent-${n}@desk.example`, role: 'admin' } as const;
    const { person } = await invitePerson({ ctx, input });
    callers.push({ kind: 'person', id: person.id, name: person.name, role: person.role });
  }
  const others: Desk[] = [];
  return {
    desk,
    /** What the store held before its first entry. */
    empty,
    callers,
    /** A second desk on the same file, as another process would have it. */
    async another(): Promise<Desk> {
      const other = await Desk.open({
        ...options,
        store: await openSqliteStore({ path, ...options }),
      });
      others.push(other);
      return other;
    },
    async close() {
      for (const other of others) await other.close();
      await desk.close();
      await close();
    },
  };
}
