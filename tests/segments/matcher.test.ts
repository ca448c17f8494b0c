import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttributeValue } from '@/lib/attributes/attribute';
import { AttributeListMatcher, type Matcher } from '@/lib/segments/matcher';
import type { Segment } from '@/lib/segments/segment';
import { attributeLists, segmentsOn, timeZones, valuesOf } from './arbitraries';
import { catalogue, contactValues, written } from './catalogue';
import { naiveSegment } from './oracle';

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

function matcherOf(...segments: Segment[]): Matcher {
  return new AttributeListMatcher({ segments, attributes: catalogue(), timeZone: 'UTC' });
}

describe('a matcher', () => {
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
    expect(matcher.rematch(current, ['language', 'name', 'country'], values)).toBe(current);
  });

  it('leaves the matches it was given as they are when some change', () => {
    const current = new Set(['french']);
    const matcher = matcherOf(french, belgian);
    const values = contactValues({ language: 'nl', country: 'BE' });
    expect(matcher.rematch(current, ['language', 'country'], values)).toEqual(new Set(['belgian']));
    expect(current).toEqual(new Set(['french']));
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
});

describe('after any run of changes', () => {
  const runs = attributeLists.chain((attributes) => {
    const write = fc.constantFrom(...attributes).chain((attribute) =>
      fc.record({
        kind: fc.constant('write' as const),
        key: fc.constant(attribute.key),
        value: valuesOf(attribute),
      }),
    );
    const ids = fc.constantFrom('a', 'b', 'c', 'd');
    const save = fc.record({
      kind: fc.constant('save' as const),
      segment: ids.chain((id) => segmentsOn(attributes, id)),
    });
    const remove = fc.record({ kind: fc.constant('remove' as const), id: ids });
    return fc.record({
      attributes: fc.constant(catalogue(...attributes)),
      timeZone: timeZones,
      steps: fc.array(
        fc.oneof(
          { weight: 6, arbitrary: fc.array(write, { minLength: 1, maxLength: 3 }) },
          { weight: 3, arbitrary: save },
          { weight: 1, arbitrary: remove },
        ),
        { maxLength: 25 },
      ),
    });
  });

  it('the matches kept by rematching are those found from scratch', () => {
    fc.assert(
      fc.property(runs, ({ attributes, timeZone, steps }) => {
        const matcher = new AttributeListMatcher({ segments: [], attributes, timeZone });
        const segments = new Map<string, Segment>();
        const values = new Map<string, AttributeValue>();
        let current: ReadonlySet<string> = new Set();
        for (const step of steps) {
          if (Array.isArray(step)) {
            for (const { key, value } of step) {
              if (value === undefined) values.delete(key);
              else values.set(key, written(value));
            }
            const before = current;
            const kept = [...before];
            current = matcher.rematch(
              before,
              step.map(({ key }) => key),
              values,
            );
            expect([...before]).toEqual(kept);
            expect(current === before).toBe(sameMembers(current, kept));
          } else {
            if (step.kind === 'save') {
              matcher.set(step.segment);
              segments.set(step.segment.id, step.segment);
            } else {
              matcher.delete(step.id);
              segments.delete(step.id);
            }
            current = matcher.matches(values);
          }
          const expected = [...segments.values()]
            .filter((segment) => naiveSegment(segment, values, attributes, timeZone))
            .map(({ id }) => id);
          expect(current).toEqual(new Set(expected));
          expect(matcher.matches(values)).toEqual(new Set(expected));
        }
      }),
      { numRuns: 300 },
    );
  });
});

function sameMembers(set: ReadonlySet<string>, list: string[]): boolean {
  return set.size === list.length && list.every((one) => set.has(one));
}
