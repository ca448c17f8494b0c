import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribute, AttributeValue } from '@/lib/attributes/attribute';
import type { Condition, Segment } from '@/lib/segments/segment';
import type { SegmentSet } from '@/lib/segments/segment-set';
import { TRUTH_TABLE } from '@/lib/segments/truth-table';
import { attributeLists, segmentsOn, timeZones, valuesOf } from './arbitraries';
import { catalogue, contactValues, ownAttribute, written } from './catalogue';
import { MatchedContacts } from './matched-contacts';

const french: Segment = {
  id: 'french',
  name: 'French speakers',
  join: 'all',
  conditions: [{ attribute: 'language', operator: 'beginsWith', operand: 'fr' }],
};
const belgian: Segment = {
  id: 'belgian',
  name: 'In Belgium',
  join: 'any',
  conditions: [
    { attribute: 'country', operator: 'eq', operand: 'BE' },
    { attribute: 'phone', operator: 'contains', operand: '+32' },
  ],
};

const contactsWith = (...segments: Segment[]) =>
  new MatchedContacts(catalogue(), 'UTC', { segments });
const asSet = (matches: Iterable<string>) => new Set(matches);

describe('the matcher', () => {
  it('finds every segment a contact matches, in memory or not', () => {
    const desk = contactsWith(french, belgian);
    const ann = contactValues({ language: 'fr-BE', phone: '+32 2 555' });
    expect(asSet(desk.matcher.matches(ann))).toEqual(new Set(['french', 'belgian']));
    expect(asSet(desk.matcher.matchesAt(desk.add(ann)))).toEqual(new Set(['french', 'belgian']));
    const bob = contactValues({ language: 'nl' });
    expect(asSet(desk.matcher.matches(bob))).toEqual(new Set());
    expect(asSet(desk.matcher.matchesAt(desk.add(bob)))).toEqual(new Set());
  });

  it('knows which segments have a condition on an attribute', () => {
    const { matcher } = contactsWith(french, belgian);
    expect(matcher.mentioning('phone')).toEqual(new Set(['belgian']));
    expect(matcher.mentioning('vip')).toEqual(new Set());
  });

  it('gives back the very same matches when nothing changed', () => {
    const desk = contactsWith(french, belgian);
    const ann = desk.add(contactValues({ language: 'fr-BE', country: 'Chile' }));
    const current = desk.matcher.matchesAt(ann);
    const writes = [
      ['language', written('FR')],
      ['name', written('Ann')],
      ['country', undefined],
    ] as const;
    expect(desk.write(ann, current, writes)).toBe(current);
  });

  it('leaves the matches it was given as they are when some change', () => {
    const desk = contactsWith(french, belgian);
    const ann = desk.add(contactValues({ language: 'fr' }));
    const current = desk.matcher.matchesAt(ann);
    const after = desk.write(ann, current, [
      ['language', written('nl')],
      ['country', written('BE')],
    ]);
    expect(asSet(after)).toEqual(new Set(['belgian']));
    expect(asSet(current)).toEqual(new Set(['french']));
  });

  it('forgets the old conditions of a segment that is set again', () => {
    const desk = contactsWith(french);
    const ann = desk.add(contactValues({ language: 'fr' }));
    const bob = desk.add(contactValues({ country: 'be' }));
    expect(desk.holders('french')).toEqual([ann]);
    desk.set({ ...belgian, id: 'french' });
    expect(desk.matcher.mentioning('language')).toEqual(new Set());
    expect(desk.holders('french')).toEqual([bob]);
  });

  it('forgets a segment that is deleted', () => {
    const desk = contactsWith(french, belgian);
    const ann = desk.add(contactValues({ language: 'fr', country: 'BE' }));
    desk.delete('french');
    desk.delete('never there');
    expect(desk.matcher.mentioning('language')).toEqual(new Set());
    expect(desk.holders('french')).toEqual([]);
    expect(asSet(desk.matcher.matchesAt(ann))).toEqual(new Set(['belgian']));
  });

  it('matches nobody to a segment without conditions, or on an attribute that is not there', () => {
    const gone = { attribute: 'gone', operator: 'isEmpty' } as const;
    const never = (['all', 'any'] as const).flatMap((join): Segment[] => [
      { id: `${join} of nothing`, name: '', join, conditions: [] },
      { id: `${join} of what is gone`, name: '', join, conditions: [gone] },
    ]);
    const mixed = { ...french, id: 'mixed', conditions: [...french.conditions, gone] };
    const desk = contactsWith(...never, mixed, { ...mixed, id: 'either', join: 'any' });
    const nobody = desk.add();
    const ann = desk.add(contactValues({ language: 'fr' }));
    expect(asSet(desk.matcher.matchesAt(nobody))).toEqual(new Set());
    expect(asSet(desk.matcher.matchesAt(ann))).toEqual(new Set(['either']));
    for (const { id } of never) expect(desk.holders(id)).toEqual([]);
    expect(desk.matcher.mentioning('gone').size).toBe(4);
  });

  it('is not disturbed by a segment that can hold for nobody', () => {
    const followers = (id: string, operand: string, ...more: Condition[]): Segment => ({
      id,
      name: id,
      join: 'all',
      conditions: [{ attribute: 'twitter_followers', operator: 'lt', operand }, ...more],
    });
    const gone: Condition = { attribute: 'gone', operator: 'notEmpty' };
    const desk = contactsWith(followers('few', '1000'));
    const ann = desk.add(contactValues({ twitter_followers: 5 }));
    desk.set(followers('nobody', '0', gone));
    expect(asSet(desk.matcher.matchesAt(ann))).toEqual(new Set(['few']));
    const bob = desk.add(contactValues({ twitter_followers: 7 }));
    expect(asSet(desk.matcher.matchesAt(bob))).toEqual(new Set(['few']));
  });

  it('keeps to the truth table, from scratch and when the value comes or goes', () => {
    for (const { attribute, timeZone, title, cases } of TRUTH_TABLE) {
      const attributes = new Map([['fact', ownAttribute('fact', attribute)]]);
      for (const { value, operator, operand, holds } of cases) {
        const conditions = [{ attribute: 'fact', operator, ...(operand && { operand }) }];
        const segment: Segment = { id: 's', name: 's', join: 'all', conditions };
        const desk = new MatchedContacts(attributes, timeZone, { segments: [segment] });
        const fact = value === undefined ? undefined : written(value);
        const known = desk.add(fact ? [['fact', fact]] : []);
        const unknown = desk.add();
        const matches = desk.matcher.matchesAt(known);
        const none = desk.matcher.matchesAt(unknown);
        const about = `${title}: ${value} ${operator} ${operand}`;
        expect(asSet(matches), about).toEqual(new Set(holds ? ['s'] : []));
        expect(desk.holders('s').includes(known), about).toBe(holds);
        expect(desk.write(unknown, none, [['fact', fact]]), about).toEqual(matches);
        expect(desk.write(known, matches, [['fact', undefined]]), about).toEqual(none);
      }
    }
  });
});

/** Writes, saved and deleted segments, and attributes enabled and disabled, in any order. */
const runs = attributeLists.chain((attributes) => {
  const write = fc
    .constantFrom(...attributes)
    .chain((attribute) =>
      fc.record({ key: fc.constant(attribute.key), value: valuesOf(attribute) }),
    );
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  return fc.record({
    attributes: fc.constant(catalogue(...attributes)),
    timeZone: timeZones,
    limits: fc.record({
      fewValues: fc.constantFrom(1, 5, 10_000),
      fewUnused: fc.constantFrom(0, 4, 10_000),
    }),
    steps: fc.array(
      fc.oneof(
        {
          weight: 8,
          arbitrary: fc.record({
            kind: fc.constant('write' as const),
            handle: fc.nat(2),
            writes: fc.uniqueArray(write, {
              minLength: 1,
              maxLength: 3,
              selector: ({ key }) => key,
            }),
          }),
        },
        {
          weight: 5,
          arbitrary: fc.record({
            kind: fc.constant('save' as const),
            segment: ids.chain((id) => segmentsOn(attributes, id)),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({ kind: fc.constant('remove' as const), id: ids }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            kind: fc.constant('enable' as const),
            key: fc.constantFrom(...attributes).map(({ key }) => key),
            enabled: fc.boolean(),
          }),
        },
      ),
      { maxLength: 40, size: 'max' },
    ),
  });
});

it('matches kept by rematching are those found from scratch, over columns, and by the oracle', () => {
  fc.assert(
    fc.property(runs, ({ attributes, timeZone, limits, steps }) => {
      const live = new Map<string, Attribute>(attributes);
      const desk = new MatchedContacts(live, timeZone, { limits });
      const handles = [desk.add(), desk.add(), desk.add()];
      const current = new Map<number, SegmentSet>();
      for (const step of steps) {
        switch (step.kind) {
          case 'write': {
            const given = current.get(step.handle) ?? desk.matcher.matchesAt(step.handle);
            const kept = asSet(given);
            const writes = step.writes.map(
              ({ key, value }) => [key, value === undefined ? undefined : written(value)] as const,
            );
            const after = desk.write(step.handle, given, writes);
            expect(asSet(given)).toEqual(kept);
            expect(asSet(after)).toEqual(desk.expected(step.handle));
            expect(after === given).toBe(
              after.size === kept.size && [...after].every((id) => kept.has(id)),
            );
            break;
          }
          case 'save':
            desk.set(step.segment);
            break;
          case 'remove':
            desk.delete(step.id);
            break;
          case 'enable': {
            const attribute = live.get(step.key);
            if (attribute) live.set(step.key, { ...attribute, enabled: step.enabled });
            for (const id of [...desk.matcher.mentioning(step.key)]) {
              const segment = desk.segments.get(id);
              if (segment) desk.set(segment);
            }
            break;
          }
        }
        for (const handle of handles) {
          const expected = desk.expected(handle);
          current.set(handle, desk.matcher.matchesAt(handle));
          expect(asSet(desk.matcher.matchesAt(handle))).toEqual(expected);
          expect(asSet(desk.matcher.matches(desk.columns.of(handle)))).toEqual(expected);
          for (const id of desk.segments.keys()) {
            expect(desk.holders(id).includes(handle)).toBe(expected.has(id));
          }
        }
      }
    }),
    { numRuns: 200 },
  );
});

it('an index finds parts of text wherever they stand, and however they share their letters', () => {
  const parts = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 6 });
  const conditions = fc.record({
    attribute: fc.constant('word'),
    operator: fc.constantFrom('contains', 'notContains', 'beginsWith', 'endsWith', 'eq'),
    operand: parts,
  });
  const attributes = new Map([['word', ownAttribute('word')]]);
  const asSegment = (condition: Condition, place: number): Segment => ({
    id: `s${place}`,
    name: '',
    join: 'all',
    conditions: [condition],
  });
  fc.assert(
    fc.property(
      fc.array(conditions, { minLength: 1, maxLength: 30 }),
      fc.array(fc.nat(29)),
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '-'), maxLength: 12 })),
      (list, removed, texts) => {
        const desk = new MatchedContacts(attributes, 'UTC', { segments: list.map(asSegment) });
        for (const place of removed) desk.delete(`s${place}`);
        const handle = desk.add();
        let current = desk.matcher.matchesAt(handle);
        for (const text of texts) {
          const word: AttributeValue = written(text);
          current = desk.write(handle, current, [['word', word]]);
          const expected = desk.expected(handle);
          expect(asSet(current)).toEqual(expected);
          expect(asSet(desk.matcher.matches(new Map([['word', word]])))).toEqual(expected);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
