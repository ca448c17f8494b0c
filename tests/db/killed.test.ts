import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { ADA, contactCreated, draftFor, keep } from '../contract/facts-of-a-desk';
import { snapshotOf } from '../contract/snapshot-of';
import { freshDatabase } from '../fresh-database';

describe('a desk that is killed', () => {
  let database: ReturnType<typeof freshDatabase>;
  beforeEach(() => {
    database = freshDatabase();
  });
  afterEach(() => database.remove());

  /** Lets another process write, kills it once it has acknowledged, and gives the revision it named. */
  async function writeAndDie(manner: string): Promise<number> {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'tests/db/doomed-writer.ts', database.path, manner],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const dead = once(child, 'exit');
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    child.kill('SIGKILL');
    expect(await dead).toEqual([null, 'SIGKILL']);
    return Number(line);
  }

  it.each(['idle', 'locked'])(
    'while %s keeps what it acknowledged, nothing else, and starts again unaided',
    async (manner) => {
      const revision = await writeAndDie(manner);
      const store = await openSqliteStore({ path: database.path });
      const snapshot = await snapshotOf(store);
      expect(snapshot.revision).toBe(revision);
      expect(snapshot.conversations[0]).toMatchObject({ preview: 'Still there?', revision });
      expect((await store.entriesAfter(0, 100)).at(-1)?.revision).toBe(revision);
      expect(await store.draftsOf(ADA.id)).toEqual([draftFor('bob', { reply: 'Yes, we are' })]);
      const [next] = await keep(store, [contactCreated('carol')]);
      expect(next?.revision).toBe(revision + 1);
      await store.close();
    },
  );
});
