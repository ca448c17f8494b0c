import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribute, Attributes, AttributeValue } from '@/lib/attributes/attribute';
import type { Matcher, MatcherContext } from '@/lib/segments/matcher';
import type { Segment } from '@/lib/segments/segment';
import { TRUTH_TABLE } from '@/lib/segments/truth-table';
import { attributeLists, segmentsOn, timeZones, valuesOf } from './arbitraries';
import { catalogue, contactValues, ownAttribute, written } from './catalogue';
import { naiveSegment } from './oracle';

type Make = (context: MatcherContext) => Matcher;

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

/** What every matcher promises, whatever it is made of. */
export function describeMatcher(name: string, make: Make): void {
  describe(name, () => {
    describeAnswers((...segments) => make({ segments, attributes: catalogue(), timeZone: 'UTC' }));
    describeTruth(make);
    describeRuns(make);
  });
}

function describeAnswers(matcherOf: (...segments: Segment[]) => Matcher): void {
  it('finds every segment a contact matches', () => {
    const matcher = matcherOf(french, belgian);
    expect(matcher.matches(contactValues({ language: 'fr-BE', phone: '+32 2 555' }))).toEqual(
      new Set(['french', 'belgian']),
    );
    expect(matcher.matches(contactValues({ language: 'nl' }))).toEqual(new Set());
  });

  it('knows which segments have a condition on an attribute', () => {
    const matcher = matcherOf(french, belgian);
    expect(matcher.mentioning('phone')).toEqual(new Set(['belgian']));
    expect(matcher.mentioning('vip')).toEqual(new Set());
  });

  it('gives back the very same matches when nothing changed', () => {
    const current = new Set(['french']);
    const matcher = matcherOf(french, belgian);
    const values = contactValues({ language: 'FR', name: 'Ann' });
    const changed = ['language', 'name', 'country'];
    expect(matcher.rematch(current, changed, values)).toBe(current);
    const before = [written('fr-BE'), undefined, written('Chile')];
    expect(matcher.rematch(current, changed, values, before)).toBe(current);
  });

  it('leaves the matches it was given as they are when some change', () => {
    const matcher = matcherOf(french, belgian);
    const values = contactValues({ language: 'nl', country: 'BE' });
    for (const before of [undefined, [written('fr'), undefined]]) {
      const current = new Set(['french']);
      const after = matcher.rematch(current, ['language', 'country'], values, before);
      expect(after).toEqual(new Set(['belgian']));
      expect(current).toEqual(new Set(['french']));
    }
  });

  it('forgets the old conditions of a segment that is set again', () => {
    const matcher = matcherOf(french);
    matcher.set({ ...belgian, id: 'french' });
    expect(matcher.mentioning('language')).toEqual(new Set());
    expect(matcher.test('french', contactValues({ language: 'fr' }))).toBe(false);
    expect(matcher.test('french', contactValues({ country: 'be' }))).toBe(true);
  });

  it('forgets a segment that is deleted', () => {
    const matcher = matcherOf(french, belgian);
    matcher.delete('french');
    matcher.delete('never there');
    expect(matcher.mentioning('language')).toEqual(new Set());
    expect(matcher.test('french', contactValues({ language: 'fr' }))).toBe(false);
    expect(matcher.matches(contactValues({ language: 'fr', country: 'BE' }))).toEqual(
      new Set(['belgian']),
    );
  });

  it('matches nobody to a segment without conditions, or on an attribute that is not there', () => {
    const gone = { attribute: 'gone', operator: 'isEmpty' } as const;
    const never = (['all', 'any'] as const).flatMap((join): Segment[] => [
      { id: `${join} of nothing`, name: '', join, conditions: [] },
      { id: `${join} of what is gone`, name: '', join, conditions: [gone] },
    ]);
    const mixed = { ...french, id: 'mixed', conditions: [...french.conditions, gone] };
    const matcher = matcherOf(...never, mixed, { ...mixed, id: 'either', join: 'any' });
    const values = contactValues({ language: 'fr' });
    expect(matcher.matches(contactValues({}))).toEqual(new Set());
    expect(matcher.matches(values)).toEqual(new Set(['either']));
    for (const { id } of never) expect(matcher.test(id, values)).toBe(false);
    expect(matcher.mentioning('gone').size).toBe(4);
  });
}

function describeTruth(make: Make): void {
  it('keeps to the truth table, from scratch and when the value comes or goes', () => {
    for (const { attribute, timeZone, title, cases } of TRUTH_TABLE) {
      const attributes = new Map([['fact', ownAttribute('fact', attribute)]]);
      for (const { value, operator, operand, holds } of cases) {
        const conditions = [{ attribute: 'fact', operator, ...(operand && { operand }) }];
        const segments: Segment[] = [{ id: 's', name: 's', join: 'all', conditions }];
        const matcher = make({ segments, attributes, timeZone });
        const values = contactValues(value === undefined ? {} : { fact: value });
        const matches = matcher.matches(values);
        const none = matcher.matches(new Map());
        const about = `${title}: ${value} ${operator} ${operand}`;
        expect(matches, about).toEqual(new Set(holds ? ['s'] : []));
        expect(matcher.test('s', values), about).toBe(holds);
        const came = matcher.rematch(none, ['fact'], values, [undefined]);
        expect(came, about).toEqual(matches);
        const left = matcher.rematch(matches, ['fact'], new Map(), [values.get('fact')]);
        expect(left, about).toEqual(none);
      }
    }
  });
}

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
    steps: fc.array(
      fc.oneof(
        {
          weight: 8,
          arbitrary: fc.record({
            kind: fc.constant('write' as const),
            writes: fc.array(write, { minLength: 1, maxLength: 3 }),
            tellsBefore: fc.boolean(),
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

function describeRuns(make: Make): void {
  it('keeps, by rematching, the matches that are found from scratch', () => {
    fc.assert(
      fc.property(runs, ({ attributes, timeZone, steps }) => {
        const live = new Map<string, Attribute>(attributes);
        const matcher = make({ segments: [], attributes: live, timeZone });
        const segments = new Map<string, Segment>();
        const values = new Map<string, AttributeValue>();
        let current: ReadonlySet<string> = new Set();
        for (const step of steps) {
          switch (step.kind) {
            case 'write': {
              const kept = [...current];
              const given = current;
              const keys = step.writes.map(({ key }) => key);
              const before = keys.map((key) => values.get(key));
              for (const { key, value } of step.writes) {
                if (value === undefined) values.delete(key);
                else values.set(key, written(value));
              }
              current = matcher.rematch(given, keys, values, step.tellsBefore ? before : undefined);
              expect([...given]).toEqual(kept);
              expect(current === given).toBe(sameMembers(current, kept));
              break;
            }
            case 'save':
              matcher.set(step.segment);
              segments.set(step.segment.id, step.segment);
              break;
            case 'remove':
              matcher.delete(step.id);
              segments.delete(step.id);
              break;
            case 'enable': {
              const attribute = live.get(step.key);
              if (attribute) live.set(step.key, { ...attribute, enabled: step.enabled });
              for (const id of [...matcher.mentioning(step.key)]) {
                const segment = segments.get(id);
                if (segment) matcher.set(segment);
              }
              break;
            }
          }
          const expected = expectedMatches(segments.values(), values, live, timeZone);
          if (step.kind === 'write') expect(current).toEqual(expected);
          current = matcher.matches(values);
          expect(current).toEqual(expected);
          for (const id of segments.keys()) {
            expect(matcher.test(id, values)).toBe(expected.has(id));
          }
        }
      }),
      { numRuns: 200 },
    );
  });
}

/** The segments that hold, as the oracle has it. */
export function expectedMatches(
  segments: Iterable<Segment>,
  values: ReadonlyMap<string, AttributeValue>,
  attributes: Attributes,
  timeZone: string,
): Set<string> {
  const expected = new Set<string>();
  for (const segment of segments) {
    if (naiveSegment(segment, values, attributes, timeZone)) expected.add(segment.id);
  }
  return expected;
}

function sameMembers(set: ReadonlySet<string>, list: string[]): boolean {
  return set.size === list.length && list.every((one) => set.has(one));
}
