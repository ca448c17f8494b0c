import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCondition, compileSegment } from '@/lib/segments/evaluate';
import { VIP_SEGMENT } from '@/lib/segments/segment';
import { attributeLists, conditionsOn, segmentsOn, timeZones, valuesOf } from './arbitraries';
import { catalogue, contactValues, ownAttribute } from './catalogue';
import { naiveCondition, naiveSegment } from './oracle';

const oneOfEach = attributeLists.chain((attributes) =>
  fc.constantFrom(...attributes).chain((attribute) =>
    fc.record({
      attribute: fc.constant(attribute),
      condition: conditionsOn(attribute),
      value: valuesOf(attribute),
      timeZone: timeZones,
    }),
  ),
);

describe('a condition', () => {
  it('holds exactly when its plain explanation says so', () => {
    fc.assert(
      fc.property(oneOfEach, ({ attribute, condition, value, timeZone }) => {
        const test = compileCondition(condition, { attribute, timeZone });
        expect(test(value)).toBe(naiveCondition(condition, value, attribute, timeZone));
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ['eq', 'ne'],
    ['contains', 'notContains'],
  ] as const)('with %s holds exactly when the one with %s does not', (positive, negative) => {
    const opposed = oneOfEach.filter(
      ({ attribute, condition }) => attribute.enabled && condition.operator === positive,
    );
    fc.assert(
      fc.property(opposed, ({ attribute, condition, value, timeZone }) => {
        const context = { attribute, timeZone };
        const holds = compileCondition(condition, context)(value);
        expect(compileCondition({ ...condition, operator: negative }, context)(value)).toBe(!holds);
      }),
    );
  });

  it('on an attribute that is not in the catalogue never holds', () => {
    for (const operator of ['isEmpty', 'notEmpty'] as const) {
      const condition = { attribute: 'gone', operator };
      const test = compileCondition(condition, { attribute: undefined, timeZone: 'UTC' });
      expect([test(undefined), test('x')]).toEqual([false, false]);
    }
  });

  it('with an operator that is not offered for its attribute never holds', () => {
    const attribute = ownAttribute('age', { format: 'number' });
    const condition = { attribute: 'age', operator: 'notContains', operand: 'x' } as const;
    const test = compileCondition(condition, { attribute, timeZone: 'UTC' });
    expect([test(undefined), test(5)]).toEqual([false, false]);
  });

  it('without the operand its operator takes never holds', () => {
    const attribute = ownAttribute('tier');
    for (const operand of [undefined, ['gold']]) {
      const test = compileCondition(
        { attribute: 'tier', operator: 'ne', operand },
        { attribute, timeZone: 'UTC' },
      );
      expect(test(undefined)).toBe(false);
    }
  });
});

describe('a segment', () => {
  it('holds exactly when all, or any, of its conditions do', () => {
    const cases = attributeLists.chain((attributes) =>
      fc.record({
        attributes: fc.constant(catalogue(...attributes)),
        segment: segmentsOn(attributes, 's'),
        values: fc.tuple(...attributes.map(valuesOf)).map((list) => {
          const known = attributes.flatMap(({ key }, index) => {
            const value = list[index];
            return value === undefined ? [] : [[key, value] as const];
          });
          return contactValues(Object.fromEntries(known));
        }),
        timeZone: timeZones,
      }),
    );
    fc.assert(
      fc.property(cases, ({ attributes, segment, values, timeZone }) => {
        expect(compileSegment(segment, { attributes, timeZone })(values)).toBe(
          naiveSegment(segment, values, attributes, timeZone),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('without conditions matches nobody', () => {
    for (const join of ['all', 'any'] as const) {
      const context = { attributes: catalogue(), timeZone: 'UTC' };
      expect(compileSegment({ join, conditions: [] }, context)(contactValues({}))).toBe(false);
    }
  });

  it('VIP holds for those an agent marked so, and for nobody else', () => {
    const test = compileSegment(VIP_SEGMENT, { attributes: catalogue(), timeZone: 'UTC' });
    expect(test(contactValues({ vip: true }))).toBe(true);
    expect(test(contactValues({ vip: false }))).toBe(false);
    expect(test(contactValues({}))).toBe(false);
  });

  it('follows the time zone: the same instant is on another day elsewhere', () => {
    const values = contactValues({ customer_since: '2025-03-31T22:30:00Z' });
    const conditions = [
      { attribute: 'customer_since', operator: 'eq' as const, operand: '2025-03-31' },
    ];
    const held = ['UTC', 'Europe/Brussels', 'America/New_York'].filter((timeZone) =>
      compileSegment({ join: 'all', conditions }, { attributes: catalogue(), timeZone })(values),
    );
    expect(held).toEqual(['UTC', 'America/New_York']);
  });
});
