import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Attribute, FORMATS, MANAGERS } from '@/lib/attributes/attribute';
import { parseValue } from '@/lib/attributes/formats';
import { checkCondition } from '@/lib/segments/check-segment';
import { compileCondition } from '@/lib/segments/evaluate';
import { operatorsFor } from '@/lib/segments/offered';
import type { Condition } from '@/lib/segments/segment';
import { TRUTH_TABLE } from '@/lib/segments/truth-table';
import { OPERATORS_PAGE, operatorsPage } from '@/scripts/operators-page';

const CASES = TRUTH_TABLE.flatMap(({ attribute, timeZone, title, cases }) =>
  cases.map((truth) => ({ ...truth, timeZone, title, attribute: named(attribute) })),
);

function named(attribute: Pick<Attribute, 'format' | 'manager' | 'enabled'>): Attribute {
  return { ...attribute, key: 'fact', label: 'Fact', standard: false, position: 0 };
}

function conditionOf({ operator, operand }: Pick<Condition, 'operator' | 'operand'>): Condition {
  return operand === undefined
    ? { attribute: 'fact', operator }
    : { attribute: 'fact', operator, operand };
}

describe('the truth table', () => {
  for (const truth of CASES) {
    const value = truth.value === undefined ? 'no value' : JSON.stringify(truth.value);
    const holds = truth.holds ? 'holds' : 'does not hold';
    const condition = `${truth.operator} ${JSON.stringify(truth.operand) ?? ''}`;
    it(`${truth.title}: with ${value}, ${condition} ${holds} (${truth.attribute.manager}, ${truth.timeZone})`, () => {
      const test = compileCondition(conditionOf(truth), truth);
      expect(test(truth.value)).toBe(truth.holds);
    });
  }

  it('has only conditions and values that the desk accepts', () => {
    for (const truth of CASES) {
      const attributes = new Map([['fact', truth.attribute]]);
      const keepDisabled = new Set(['fact']);
      const condition = conditionOf(truth);
      expect(checkCondition(condition, attributes, { keepDisabled })).toEqual({
        ok: true,
        condition,
      });
      if (truth.value === undefined) continue;
      expect(parseValue(truth.attribute, truth.value)).toEqual({ ok: true, value: truth.value });
    }
  });

  it('shows every offered operator of every format both holding and not holding', () => {
    const shown = new Set(
      CASES.filter(({ attribute }) => attribute.enabled).map(
        ({ attribute, operator, holds }) => `${attribute.format} ${operator} ${holds}`,
      ),
    );
    for (const format of FORMATS) {
      for (const operator of MANAGERS.flatMap((manager) => operatorsFor({ format, manager }))) {
        expect(shown).toContain(`${format} ${operator} false`);
        // Yes and no have no order, so an order of them never holds.
        if (format === 'boolean' && /^[gl]te?$/.test(operator)) continue;
        expect(shown).toContain(`${format} ${operator} true`);
      }
    }
  });

  it('is what the page on operators shows', () => {
    expect(readFileSync(OPERATORS_PAGE, 'utf8')).toBe(operatorsPage());
  });
});
