import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Attribute, Scalar } from '@/lib/attributes/attribute';
import { attributePreview } from '@/lib/commands/attributes/preview-attribute';
import type { Memory } from '@/lib/desk/memory';
import { project } from '@/lib/desk/project';
import { compareRank } from '@/lib/ranking/order';
import { memoryOf } from '../desk/memory-of';
import { attributeLists, segmentsOn, valuesOf } from '../segments/arbitraries';

/** A desk whose segments often name the same few attributes. */
const desks = attributeLists.chain((all) => {
  const attributes = all.filter((_, place) => place % 4 === 0);
  const segments = ['s0', 's1', 's2', 's3', 's4'].map((id) => segmentsOn(attributes, id));
  const values = fc.record(Object.fromEntries(attributes.map((one) => [one.key, valuesOf(one)])));
  return fc.record({
    attributes: fc.constant(attributes),
    segments: fc.tuple(...segments),
    highPriority: fc.subarray(['s0', 's1', 's2', 's3', 's4'], { minLength: 2 }),
    waiting: fc.array(
      fc.record({ values: values.map(known), since: fc.nat(6), pending: fc.boolean() }),
      { maxLength: 14 },
    ),
    toggled: fc.constantFrom(...attributes),
  });
});

function known(values: Record<string, Scalar | undefined>): Record<string, Scalar> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** Disables or enables it for good. */
function toggle(memory: Memory, before: Attribute): void {
  const after = { ...before, enabled: !before.enabled };
  const actor = { kind: 'system', id: 'system', name: 'Frontrow' } as const;
  project(memory, [
    {
      revision: 2,
      at: 0,
      actor,
      cause: 'test',
      kind: 'attribute.changed',
      body: { before, after },
      personal: null,
    },
  ]);
}

/** Priorities of all, places of the New ones, and how many contacts match each segment. */
function stateOf(memory: Memory) {
  const rows = [...memory.queue.rows()];
  const line = rows.filter(({ status }) => status === 'new').sort(compareRank);
  const contacts = [...memory.contacts.values()];
  return {
    priorities: new Map(rows.map((row) => [row.conversationId, row.priority])),
    places: new Map(line.map((row, place) => [row.conversationId, place + 1])),
    matching: (id: string) => contacts.filter(({ matches }) => matches.has(id)).length,
  };
}

it('the preview of disabling an attribute, or enabling it, tells what then happens', () => {
  let moving = 0;
  fc.assert(
    fc.property(desks, ({ attributes, segments, highPriority, waiting, toggled }) => {
      const memory = memoryOf(attributes, segments, highPriority, waiting);
      const preview = attributePreview(memory, toggled.key, !toggled.enabled);
      const before = stateOf(memory);
      const matched = segments.map(({ id }) => before.matching(id));
      toggle(memory, toggled);
      const after = stateOf(memory);

      const changed = [...after.priorities].flatMap(([id, priority]) =>
        priority === before.priorities.get(id) ? [] : [id],
      );
      const moves = changed
        .flatMap((conversationId) => {
          const from = before.places.get(conversationId);
          const to = after.places.get(conversationId);
          const name = conversationId.slice(1);
          if (from === undefined || to === undefined || from === to) return [];
          return [{ conversationId, from, to, name }];
        })
        .sort((a, b) => a.to - b.to);
      moving += moves.length;
      expect(preview).toEqual({
        conversations: changed.length,
        moves,
        moved: moves.length,
        segments: segments.flatMap(({ id, name, conditions }, place) =>
          conditions.some(({ attribute }) => attribute === toggled.key)
            ? [
                {
                  id,
                  name,
                  highPriority: highPriority.includes(id),
                  from: matched[place],
                  to: after.matching(id),
                },
              ]
            : [],
        ),
      });
    }),
    { numRuns: 400 },
  );
  expect(moving).toBeGreaterThan(50);
});

it('the preview of what is as it is already moves nobody', () => {
  fc.assert(
    fc.property(desks, ({ attributes, segments, highPriority, waiting, toggled }) => {
      const memory = memoryOf(attributes, segments, highPriority, waiting);
      const preview = attributePreview(memory, toggled.key, toggled.enabled);
      expect(preview).toMatchObject({ conversations: 0, moves: [], moved: 0 });
      for (const { from, to } of preview.segments) expect(to).toBe(from);
    }),
    { numRuns: 100 },
  );
});
