import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '@/db/sqlite/open-database';
import { prepareWrite } from '@/db/sqlite/prepare-write';
import { segments } from '@/db/sqlite/schema';
import { given, givenIn } from '@/db/sqlite/written';
import { freshDatabase } from '../fresh-database';

const ROW = {
  id: 'vip',
  name: 'VIP',
  join: 'all',
  conditions: [{ attribute: 'city', operator: 'eq', operand: 'Ghent' }],
  changedBy: null,
  changedAt: 5,
  revision: 7,
};

describe('a prepared write', () => {
  let file: ReturnType<typeof freshDatabase>;
  let db: Database;
  beforeEach(() => {
    file = freshDatabase();
    db = openDatabase(file.path);
  });
  afterEach(() => {
    db.$client.close();
    file.remove();
  });

  function putting() {
    return db
      .insert(segments)
      .values({
        id: given('id'),
        name: given('name'),
        join: given('join'),
        conditions: given('conditions'),
        changedBy: given('changedBy'),
        changedAt: 5,
        revision: given('revision'),
      })
      .onConflictDoUpdate({ target: segments.id, set: { name: sql`excluded.name` } });
  }

  it('writes the row that drizzle writes', () => {
    const rows = [putting().prepare(), prepareWrite(db, putting())].map((write) => {
      expect(write.run(ROW).changes).toBe(1);
      expect(write.run({ ...ROW, name: 'Very' }).changes).toBe(1);
      const [row] = db.select().from(segments).all();
      db.delete(segments).run();
      return row;
    });
    expect(rows[0]).toEqual({ ...ROW, name: 'Very' });
    expect(rows[1]).toEqual(rows[0]);
  });

  it('says how many rows it met', () => {
    const rename = prepareWrite(
      db,
      db
        .update(segments)
        .set({ name: givenIn('name') })
        .where(eq(segments.id, given('id'))),
    );
    expect(rename.run({ id: 'vip', name: 'Gone' }).changes).toBe(0);
    prepareWrite(db, putting()).run(ROW);
    expect(rename.run({ id: 'vip', name: 'Here' }).changes).toBe(1);
  });

  it('writes nothing when a value is missing', () => {
    const { revision, ...rest } = ROW;
    expect(revision).toBe(7);
    expect(() => prepareWrite(db, putting()).run(rest)).toThrow('missing its revision');
    expect(db.select().from(segments).all()).toEqual([]);
  });
});
