import { rmSync, statSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { Writer } from '@/db/sqlite/writer';
import {
  ada,
  contactCreated,
  FOUNDATION,
  keep,
  valuesChanged,
  written,
} from '../contract/facts-of-a-desk';
import { freshDatabase, freshStore } from '../fresh-database';

const conflict = expect.objectContaining({ name: 'DeskError', code: 'conflict' });

describe('commits that wait together', () => {
  let opened: Awaited<ReturnType<typeof freshStore>>;
  beforeEach(async () => {
    opened = await freshStore();
    await keep(opened.store, FOUNDATION);
  });
  afterEach(() => opened.close());

  it('are refused one by one: what a refused one has written is undone, the others are kept without a gap', async () => {
    const { store } = opened;
    const start = (await store.head()).revision;
    const ends = await Promise.allSettled(
      Array.from({ length: 30 }, (_, n) =>
        keep(store, [
          contactCreated(`contact-${n}`),
          // Every third is refused after its first entry was written.
          contactCreated(`twin-${n}`, n % 3 === 0 ? `contact-${n}` : `twin-${n}`),
          valuesChanged(`contact-${n}`, { city: written('Rome') }),
        ]),
      ),
    );
    const kept = ends.flatMap((end) => (end.status === 'fulfilled' ? end.value : []));
    const revisions = kept.map(({ revision }) => revision);
    expect(revisions).toEqual(Array.from({ length: 60 }, (_, n) => start + 1 + n));
    for (const [n, end] of ends.entries()) {
      if (n % 3 === 0) expect(end).toEqual({ status: 'rejected', reason: conflict });
      expect((await store.contact(`contact-${n}`)) === null).toBe(n % 3 === 0);
    }
    expect(await store.entriesAfter(start, 100)).toStrictEqual(kept);
  });

  it('see what the ones before them have kept', async () => {
    const none = { kind: 'contact', id: 'bob', revision: 0 } as const;
    const make = () => keep(opened.store, [contactCreated('bob')], { expect: [none] });
    const ends = await Promise.allSettled([make(), make(), make()]);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it('can be read as soon as they are answered', async () => {
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const [entry] = await keep(opened.store, [contactCreated(`contact-${n}`)]);
        const contact = await opened.store.contact(`contact-${n}`);
        expect(contact?.revision).toBe(entry?.revision);
      }),
    );
  });

  it('are moved from the log into the file while more of them come', async () => {
    const { store, path } = opened;
    const before = statSync(path).size;
    for (let wave = 0; statSync(path).size === before; wave += 1) {
      const ids = Array.from({ length: 50 }, (_, n) => `contact-${wave}-${n}`);
      await Promise.all(ids.map((id) => keep(store, [contactCreated(id)])));
    }
    expect(await store.countContacts()).toBeGreaterThan(0);
    expect(await store.contact('contact-0-0')).not.toBeNull();
  });

  it('find a log that need not grow for them, once the desk was idle; the file is as it was', async () => {
    const { store, path } = opened;
    const before = statSync(path).size;
    await vi.waitFor(
      () => expect(statSync(`${path}-wal`).size).toBeGreaterThan(20_000_000),
      10_000,
    );
    await keep(store, [contactCreated('bob')]);
    const client = new Sqlite(path, { readonly: true });
    expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
    const pages = Number(client.pragma('page_count', { simple: true }));
    const pageBytes = Number(client.pragma('page_size', { simple: true }));
    expect(pages * pageBytes - before).toBeLessThan(200_000);
    client.close();
    expect(await store.contact('bob')).not.toBeNull();
  });

  it('are written before the store closes, and none after', async () => {
    const { store, path } = opened;
    const waiting = ['ann', 'bob'].map((id) => keep(store, [contactCreated(id)]));
    const closed = store.close();
    await expect(keep(store, [contactCreated('carol')])).rejects.toThrow('closed');
    expect(await Promise.all(waiting)).toHaveLength(2);
    await closed;
    const again = await openSqliteStore({ path });
    expect(await again.contact('bob')).not.toBeNull();
    await again.close();
  });

  it('all fail, saying why, when the database cannot be written; reading goes on', async () => {
    const client = new Sqlite(opened.path);
    client.prepare('delete from head').run();
    client.close();
    const ends = await Promise.allSettled(
      ['ann', 'bob'].map((id) => keep(opened.store, [contactCreated(id)])),
    );
    for (const end of ends) {
      expect(end.status).toBe('rejected');
      if (end.status === 'rejected') expect(String(end.reason)).toContain('lost its head row');
    }
    expect(await opened.store.contact('ann')).toBeNull();
  });
});

describe('a writer whose thread ends', () => {
  let database: ReturnType<typeof freshDatabase>;
  beforeEach(() => {
    database = freshDatabase();
  });
  afterEach(() => database.remove());

  it('rejects what waits and what comes later, and says so once', async () => {
    rmSync(database.path);
    writeFileSync(database.path, 'Dear Ada, '.repeat(1_000));
    const told: Error[] = [];
    const writer = new Writer({
      path: database.path,
      clock: () => 0,
      onStopped: (error) => told.push(error),
    });
    const commit = () =>
      writer.commit({ actor: ada, cause: 'test', expect: [], entries: [contactCreated('bob')] });
    const waiting = await Promise.allSettled([commit(), commit()]);
    expect(waiting.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(commit()).rejects.toThrow('is not a SQLite database');
    expect(told.map(({ message }) => message)).toEqual([
      expect.stringContaining('The thread that writes the database has ended'),
    ]);
    await writer.close();
  });
});
