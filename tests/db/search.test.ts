import { rmSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { searchIndexPath } from '@/db/sqlite/search-index';
import {
  bobWrites,
  contactCreated,
  FOUNDATION,
  keep,
  noted,
  valuesChanged,
  written,
} from '../contract/facts-of-a-desk';
import { freshStore } from '../fresh-database';
import { openIndexed } from './indexed-desk';

describe('the search index of a desk', () => {
  let desk: Awaited<ReturnType<typeof freshStore>>;
  let open: ReturnType<typeof openIndexed>[] = [];
  beforeEach(async () => {
    desk = await freshStore();
    await keep(desk.store, FOUNDATION);
  });
  afterEach(async () => {
    for (const indexed of open) indexed.close();
    open = [];
    await desk.close();
  });

  function indexed() {
    const one = openIndexed(desk.path);
    open.push(one);
    return one;
  }
  function beside(sql: string): void {
    const client = new Sqlite(desk.path);
    client.pragma('foreign_keys = OFF');
    client.exec(sql);
    client.close();
  }
  const found = (one: ReturnType<typeof openIndexed>, query: string) =>
    one
      .search(query)
      .hits.map((hit) => (hit.kind === 'contact' ? hit.contact.id : hit.message.text));

  it('is filled with what was there before it, step by step, and says how far it is', async () => {
    await keep(desk.store, bobWrites('A parcel'));
    for (let from = 0; from < 500; from += 100)
      await keep(
        desk.store,
        Array.from({ length: 100 }, (_, n) =>
          noted('bob', `note-${from + n}`, `number ${from + n}`),
        ),
      );
    const one = indexed();
    const steps = [one.step()];
    while (steps.at(-1)?.hasMore) steps.push(one.step());
    const parts = steps.map((step) => step.indexed);
    expect(parts.at(-1)).toBe(1);
    expect(parts.slice(0, -1).every((part) => part < 1)).toBe(true);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.length).toBeGreaterThan(3);
    expect(found(one, 'parcel')).toEqual(['A parcel']);
    expect(found(one, 'number 499 ')).toEqual(['number 499']);
  });

  it('gives what was found so far when looking takes too long, and says that there may be more', async () => {
    await keep(desk.store, bobWrites('A parcel'));
    await keep(desk.store, [contactCreated('parcel'), contactCreated('another', 'parcel-2')]);
    const hurried = openIndexed(desk.path, 0);
    open.push(hurried);
    hurried.catchUp();
    const { hits, complete } = hurried.search('parc');
    expect(complete).toBe(false);
    expect(hits.map(({ kind }) => kind).sort()).toEqual(['contact', 'message']);
  });

  it('is filled also when the journal was trimmed', async () => {
    await keep(desk.store, [
      ...bobWrites('A parcel'),
      valuesChanged('bob', { city: written('Bern') }),
    ]);
    beside('delete from journal_personal; delete from journal');
    const one = indexed();
    one.catchUp();
    expect(found(one, 'parcel')).toEqual(['A parcel']);
    expect(found(one, 'bern')).toEqual(['bob']);
  });

  it('finds the same after the desk was vacuumed', async () => {
    for (const id of ['a', 'b', 'c'])
      await keep(desk.store, [
        contactCreated(id),
        valuesChanged(id, { city: written(`City ${id}x`) }),
      ]);
    await keep(desk.store, bobWrites('first'));
    await keep(desk.store, [noted('bob', 'second', 'second'), noted('bob', 'third', 'third')]);
    const one = indexed();
    one.catchUp();
    beside(
      "delete from messages where text = 'first'; delete from contact_values where contact_id = 'a'; delete from contacts where id = 'a'; vacuum",
    );
    one.catchUp();
    expect(found(one, 'second')).toEqual(['second']);
    expect(found(one, 'third')).toEqual(['third']);
    expect(found(one, 'bx')).toEqual(['b']);
    expect(found(one, 'cx')).toEqual(['c']);
  });

  it('shows nothing that was deleted, and forgets its words', async () => {
    await keep(desk.store, [
      ...bobWrites('My number is 5550100'),
      valuesChanged('bob', { city: written('Secretville') }),
      contactCreated('eve'),
    ]);
    const one = indexed();
    one.catchUp();
    expect(one.words()).toEqual(expect.arrayContaining(['5550100', 'secretville', 'bob', 'eve']));
    beside(`delete from messages where conversation_id = 'conversation-bob';
      delete from conversations where contact_id = 'bob';
      delete from contact_values where contact_id = 'bob';
      delete from contacts where id = 'bob'`);
    expect(found(one, '5550100')).toEqual([]);
    expect(found(one, 'secretville')).toEqual([]);
    one.catchUp();
    expect(one.words()).toEqual(['eve']);
  });

  it('is made anew when it is broken, or ahead of its desk, or of another desk', async () => {
    await keep(desk.store, bobWrites('A parcel'));
    const first = indexed();
    first.catchUp();
    first.close();
    open = [];
    const breaks = [
      () => writeFileSync(searchIndexPath(desk.path), 'Dear Ada, '.repeat(1_000)),
      () => rmSync(searchIndexPath(desk.path)),
      () => inIndex('pragma user_version = 99'),
      () =>
        inIndex(
          "update progress set revision = revision + 1000; delete from cards; insert into messages (messages) values ('delete-all')",
        ),
      () =>
        inIndex(
          "update progress set epoch = 'another'; insert into messages (messages) values ('delete-all')",
        ),
    ];
    for (const breakIt of breaks) {
      breakIt();
      const again = openIndexed(desk.path);
      again.catchUp();
      expect(found(again, 'parcel')).toEqual(['A parcel']);
      expect(found(again, 'bob')).toEqual(['bob']);
      again.close();
    }
  });

  function inIndex(sql: string): void {
    const client = new Sqlite(searchIndexPath(desk.path));
    client.exec(sql);
    client.close();
  }
});
