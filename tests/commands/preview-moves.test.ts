import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STANDARD_ATTRIBUTES } from '@/lib/attributes/standard-attributes';
import { previewMoves } from '@/lib/commands/segments/preview-moves';
import { compareRank } from '@/lib/ranking/order';
import { VIP_SEGMENT } from '@/lib/segments/segment';
import { memoryOf } from '../desk/memory-of';

type Waiting = { vip: boolean; since: number; pending: boolean };

const queues = fc.array(fc.record({ vip: fc.boolean(), since: fc.nat(6), pending: fc.boolean() }), {
  maxLength: 12,
});

/** A desk on which VIPs are high-priority. */
const deskOf = (waiting: readonly Waiting[]) =>
  memoryOf(
    STANDARD_ATTRIBUTES,
    [VIP_SEGMENT],
    [VIP_SEGMENT.id],
    waiting.map(({ vip, since, pending }) => ({ values: { vip }, since, pending })),
  );

describe('the preview of moves', () => {
  it('names who would stand elsewhere, as sorting the queue anew would', () => {
    const wins = fc.uniqueArray(fc.nat(11));
    fc.assert(
      fc.property(queues, wins, fc.boolean(), (waiting, winners, replaces) => {
        const memory = deskOf(waiting);
        const before = replaces ? memory.matcher.holders('vip') : new Int32Array(1);
        const after = new Int32Array(1);
        for (const n of winners) {
          const handle = memory.contacts.get(`contact-${n}`)?.handle;
          if (handle !== undefined) after[0] = (after[0] ?? 0) | (1 << handle);
        }
        const rows = [...memory.queue.rows()].filter(({ status }) => status === 'new');
        const future = rows.map((row) => {
          const n = Number(row.conversationId.slice(1));
          const had = replaces && waiting[n]?.vip;
          return { ...row, priority: row.priority - Number(had) + Number(winners.includes(n)) };
        });
        const placesIn = (list: typeof rows) =>
          [...list].sort(compareRank).map(({ conversationId }) => conversationId);
        const [from, to] = [placesIn(rows), placesIn(future)];
        const expected = to.flatMap((conversationId, place) => {
          const own = (list: typeof rows) =>
            list.find((row) => row.conversationId === conversationId)?.priority;
          const move = { conversationId, from: from.indexOf(conversationId) + 1, to: place + 1 };
          return own(rows) === own(future) || move.from === move.to ? [] : [move];
        });
        expect(previewMoves(memory, [{ before, after }])).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
