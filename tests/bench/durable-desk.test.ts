import { expect, test } from 'vitest';
import { openDatabase } from '@/db/sqlite/open-database';
import { freshDatabase } from '../fresh-database';
import { fillWithValues } from './durable-desk';

test('the desk of the write benchmarks is filled as the newest tables ask', async () => {
  const { path, remove } = freshDatabase();
  try {
    await fillWithValues(path, { values: 200, segments: 10, seed: 1 });
    const { $client } = openDatabase(path);
    const rows = (table: string) => $client.prepare(`select count(*) from ${table}`).pluck().get();
    expect(rows('contacts')).toBe(10);
    expect(rows('contact_values')).toBe(200);
    expect(rows('conversations')).toBe(10);
    $client.close();
  } finally {
    remove();
  }
});
