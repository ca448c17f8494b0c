import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { head } from './schema';
import { givenIn } from './written';

const ONLY = 1;

/** Where the journal stands. */
export type Head = { epoch: string; revision: number; catalogueRevision: number; lastAt: number };

/** Makes the head of a fresh desk, whose journal is empty; a desk that has one keeps it. */
export function makeHead(db: Database): void {
  if (db.select({ id: head.id }).from(head).get()) return;
  db.insert(head)
    .values({ id: ONLY, epoch: randomUUID(), revision: 0, catalogueRevision: 0, lastAt: 0 })
    .onConflictDoNothing()
    .run();
}

/** Reads and moves the head; `write` belongs inside a commit's transaction. */
export function prepareHead(db: Database) {
  const read = db
    .select({
      epoch: head.epoch,
      revision: head.revision,
      catalogueRevision: head.catalogueRevision,
      lastAt: head.lastAt,
    })
    .from(head)
    .where(eq(head.id, ONLY))
    .prepare();
  const readRewriteDue = db
    .select({ rewriteDue: head.rewriteDue })
    .from(head)
    .where(eq(head.id, ONLY))
    .prepare();
  const writeRewriteDue = prepareWrite(
    db,
    db
      .update(head)
      .set({ rewriteDue: givenIn('rewriteDue') })
      .where(eq(head.id, ONLY)),
  );
  const write = prepareWrite(
    db,
    db
      .update(head)
      .set({
        revision: givenIn('revision'),
        catalogueRevision: givenIn('catalogueRevision'),
        lastAt: givenIn('lastAt'),
      })
      .where(eq(head.id, ONLY)),
  );

  return {
    read(): Head {
      const row = read.get();
      if (!row) throw new Error('The database has lost its head row.');
      return row;
    },
    write(next: Omit<Head, 'epoch'>): void {
      write.run(next);
    },
    /** Whether the file has traces of what was deleted for good. */
    rewriteDue: (): boolean => readRewriteDue.get()?.rewriteDue ?? false,
    setRewriteDue: (isDue: boolean) => void writeRewriteDue.run({ rewriteDue: isDue ? 1 : 0 }),
  };
}
