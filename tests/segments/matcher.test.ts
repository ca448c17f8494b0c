import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AttributeValue } from '@/lib/attributes/attribute';
import { IndexedMatcher } from '@/lib/segments/indexed-matcher';
import { AttributeListMatcher } from '@/lib/segments/matcher';
import { MOST_LISTED, newMatcher } from '@/lib/segments/new-matcher';
import type { Condition, Segment } from '@/lib/segments/segment';
import { attributeLists, segmentsOn, timeZones, valuesOf } from './arbitraries';
import { catalogue, ownAttribute, written } from './catalogue';
import { describeMatcher, expectedMatches } from './matcher-suite';

describeMatcher('a list by attribute', (context) => new AttributeListMatcher(context));
describeMatcher('an index of conditions', (context) => new IndexedMatcher(context));
describeMatcher('the matcher chosen by size', newMatcher);

it('matches stay right while so many segments come and go that the matcher changes over', () => {
  const most = MOST_LISTED + 20;
  const desks = attributeLists.chain((attributes) =>
    fc.record({
      attributes: fc.constant(catalogue(...attributes)),
      timeZone: timeZones,
      segments: fc.tuple(
        ...Array.from({ length: most }, (_, index) => segmentsOn(attributes, `s${index}`)),
      ),
      writes: fc.array(
        fc
          .constantFrom(...attributes)
          .chain((attribute) =>
            fc.record({ key: fc.constant(attribute.key), value: valuesOf(attribute) }),
          ),
        { minLength: most, maxLength: most },
      ),
    }),
  );
  fc.assert(
    fc.property(desks, ({ attributes, timeZone, segments, writes }) => {
      const matcher = newMatcher({ segments: [], attributes, timeZone });
      const held = new Map<string, Segment>();
      const values = new Map<string, AttributeValue>();
      const write = (place: number) => {
        const { key, value } = writes[place] ?? { key: 'vip', value: undefined };
        const current = matcher.matches(values);
        const before = [values.get(key)];
        if (value === undefined) values.delete(key);
        else values.set(key, written(value));
        expect(matcher.rematch(current, [key], values, before)).toEqual(
          expectedMatches(held.values(), values, attributes, timeZone),
        );
      };
      // What left before the first change-over must not come back with it.
      for (const segment of segments.slice(-20)) {
        matcher.set(segment);
        matcher.delete(segment.id);
      }
      segments.forEach((segment, place) => {
        matcher.set(segment);
        held.set(segment.id, segment);
        write(place);
      });
      segments.forEach((segment, place) => {
        matcher.delete(segment.id);
        held.delete(segment.id);
        write(place);
      });
    }),
    { numRuns: 30 },
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
        const segments = new Map(list.map(asSegment).map((segment) => [segment.id, segment]));
        const matcher = new IndexedMatcher({
          segments: segments.values(),
          attributes,
          timeZone: 'UTC',
        });
        for (const place of removed) {
          matcher.delete(`s${place}`);
          segments.delete(`s${place}`);
        }
        let before: AttributeValue | undefined;
        let current: ReadonlySet<string> = matcher.matches(new Map());
        for (const text of texts) {
          const values = new Map([['word', written(text)]]);
          const expected = expectedMatches(segments.values(), values, attributes, 'UTC');
          expect(matcher.matches(values)).toEqual(expected);
          current = matcher.rematch(current, ['word'], values, [before]);
          expect(current).toEqual(expected);
          before = written(text);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
