import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemoDesk } from '@/db/seed';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { placeholderKeys, placeholderProblem } from '@/lib/attributes/placeholders';
import { SYSTEM } from '@/lib/desk/context';
import { Desk } from '@/lib/desk/desk';
import { layFoundation } from '@/lib/desk/foundation';
import { readQueue } from '@/lib/desk/reads/queue';
import { SAMPLE_SEGMENTS } from '@/lib/segments/sample-segments';
import { freshDatabase } from '../fresh-database';

const NOW = Date.UTC(2026, 4, 12, 10, 30);
const MINUTE = 60_000;

/** What the screens show of a demo desk, but for ids, which are never the same. */
async function shownBy(path: string) {
  const desk = await Desk.open({ store: await openSqliteStore({ path }), clock: () => NOW });
  const ctx = { desk, caller: SYSTEM };
  const page = { order: 'priority', offset: 0, limit: 200 } as const;
  const waiting = readQueue(ctx, { ...page, filter: { status: 'new' } });
  const pending = readQueue(ctx, { ...page, filter: { status: 'pending' } });
  const resolved = await desk.store.resolvedConversations({ offset: 0, limit: 200 });
  return { desk, waiting: waiting.entries, pending: pending.entries, resolved };
}

const rowOf = (entry: Awaited<ReturnType<typeof shownBy>>['waiting'][number]) => ({
  name: entry.contact.name,
  channel: entry.channel,
  priority: entry.priority,
  waitingSince: entry.waitingSince,
  preview: entry.preview,
  owner: entry.owner?.name,
  segments: entry.segments.map(({ name }) => name),
});

describe('The demo desk', () => {
  const database = freshDatabase();
  let shown: Awaited<ReturnType<typeof shownBy>>;

  beforeAll(async () => {
    await seedDemoDesk({ path: database.path, nowMs: NOW });
    shown = await shownBy(database.path);
  });
  afterAll(async () => {
    await shown.desk.close();
    database.remove();
  });

  it('has 70 conversations waiting, 25 pending and 25 resolved, of 120 contacts', async () => {
    expect(shown.waiting).toHaveLength(70);
    expect(shown.pending).toHaveLength(25);
    expect(shown.resolved.total).toBe(25);
    expect(await shown.desk.store.countContacts()).toBe(120);
  });

  it('lets everybody wait between ten seconds and forty minutes, most under twelve minutes', () => {
    const waits = shown.waiting.map((entry) => NOW - Date.parse(entry.waitingSince ?? ''));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(10_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(40 * MINUTE);
    const short = waits.filter((wait) => wait < 12 * MINUTE).length;
    expect(short).toBeGreaterThan(45);
    expect(short).toBeLessThan(70);
  });

  it('has few conversations at the highest priorities and most at none or one', () => {
    const at = (priority: number) =>
      shown.waiting.filter((entry) => entry.priority === priority).length;
    expect(at(0) + at(1)).toBeGreaterThan(40);
    expect(at(1)).toBeGreaterThan(10);
    expect(at(2) + at(3)).toBeGreaterThan(3);
    expect(at(4) + at(5)).toBeGreaterThanOrEqual(2);
    expect(at(4) + at(5)).toBeLessThan(8);
  });

  it('has one admin, one supervisor and four agents', () => {
    const roles = [...shown.desk.memory.people.values()].map(({ role }) => role);
    expect(roles.toSorted()).toEqual(['admin', ...Array(4).fill('agent'), 'supervisor']);
  });

  it('has every sample segment, some of them high-priority, and somebody in each segment', () => {
    const { segments, highPriority } = shown.desk.memory;
    const names = [...segments.values()].map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(SAMPLE_SEGMENTS.map(({ name }) => name)));
    const high = [...highPriority].map((id) => segments.get(id)?.name).toSorted();
    expect(high).toEqual([
      'At checkout',
      'French speakers',
      'In Belgium',
      'Influencers on Twitter',
      'Loyalty Platinum',
      'VIP',
    ]);
    const matched = new Set(
      [...shown.waiting, ...shown.pending].flatMap((entry) => entry.segments.map(({ id }) => id)),
    );
    expect([...matched].toSorted()).toEqual([...segments.keys()].toSorted());
  });

  it('has five canned replies, whose placeholders all name an attribute', async () => {
    const { memory, store } = shown.desk;
    const replies = await store.cannedReplies();
    expect(replies).toHaveLength(5);
    for (const { text, changedBy } of replies) {
      expect(placeholderProblem(text, memory.attributes)).toBeNull();
      expect(placeholderKeys(text).size).toBeGreaterThan(0);
      expect(changedBy).toBe('Marcus Adeyemi');
    }
  });

  it('has conversations that somebody owns, and some with replies and notes', async () => {
    const owned = shown.waiting.filter(({ owner }) => owner !== null);
    expect(owned.length).toBeGreaterThan(3);
    expect(owned.length).toBeLessThan(30);
    const kinds = new Set<string>();
    for (const { conversationId } of [...shown.waiting, ...shown.pending]) {
      const detail = await shown.desk.store.conversationWithMessages(conversationId, 50);
      for (const { kind } of detail?.messages ?? []) kinds.add(kind);
    }
    expect([...kinds].toSorted()).toEqual(['customer', 'note', 'reply']);
  });

  it('writes its history in the past, in order, up to now', async () => {
    const entries = await shown.desk.store.entriesAfter(0, 5_000);
    const times = entries.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(NOW);
    expect(times.at(-1)).toBeGreaterThan(NOW - MINUTE);
    const today = times.filter((at) => at > NOW - 90 * MINUTE).length;
    expect(today).toBeGreaterThan(200);
  });

  it('is the same again from the same seed', async () => {
    const again = freshDatabase();
    await seedDemoDesk({ path: again.path, nowMs: NOW });
    const other = await shownBy(again.path);
    const byRow = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    expect(other.waiting.map(rowOf).sort(byRow)).toEqual(shown.waiting.map(rowOf).sort(byRow));
    await other.desk.close();
    again.remove();
  });

  it('is not sown where people work already', async () => {
    await expect(seedDemoDesk({ path: database.path, nowMs: NOW })).rejects.toThrow(
      'People work on this desk already',
    );
  });

  it('is not sown on a desk that was founded just now, into whose past it would not fit', async () => {
    const { path, remove } = freshDatabase();
    const clock = () => NOW;
    const desk = await Desk.open({ store: await openSqliteStore({ path, clock }), clock });
    await layFoundation(desk);
    await desk.close();
    await expect(seedDemoDesk({ path, nowMs: NOW })).rejects.toThrow('a fresh database');
    remove();
  });
});
