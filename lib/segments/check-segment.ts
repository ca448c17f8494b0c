import type { Attribute, Attributes } from '@/lib/attributes/attribute';
import { parseDate } from '@/lib/attributes/dates';
import { parseNumber } from './numbers';
import { operandKind, operatorLabel, operatorsFor } from './offered';
import { type Condition, JOINS, MAX_CONDITIONS, MAX_OPERAND_LENGTH } from './segment';

/** How many operands `anyOf` takes at most. */
export const MAX_LIST_LENGTH = 100;

export type Refused = { ok: false; message: string; field: string };
export type CheckedCondition = { ok: true; condition: Condition } | Refused;
export type CheckedConditions = { ok: true; conditions: Condition[] } | Refused;

/** Disabled attributes whose conditions are accepted, so that a segment made before can be edited. */
export type CheckOptions = { keepDisabled?: ReadonlySet<string> };

/** An operand as it is kept: trimmed, and without one surrounding pair of double quotes. */
export function normaliseOperand(text: string): string {
  const trimmed = text.trim();
  const quoted = /^(?:"(.*)"|[“”„](.*)[“”])$/s.exec(trimmed);
  return (quoted?.[1] ?? quoted?.[2] ?? trimmed).trim();
}

/** Checks one condition against the catalogue; `field` is `attribute`, `operator` or `operand`. */
export function checkCondition(
  condition: Condition,
  attributes: Attributes,
  options: CheckOptions = {},
): CheckedCondition {
  const attribute = attributes.get(condition.attribute);
  if (!attribute) {
    return refuse('attribute', `There is no attribute “${condition.attribute}”.`);
  }
  if (!attribute.enabled && !options.keepDisabled?.has(attribute.key)) {
    return refuse('attribute', `${attribute.label} is disabled.`);
  }
  if (!operatorsFor(attribute).includes(condition.operator)) {
    const words = operatorLabel(condition.operator, attribute.format);
    return refuse('operator', `“${words}” is not offered for ${attribute.label}.`);
  }
  return checkOperand(condition, attribute);
}

/**
 * Checks how conditions are joined and each of them, and gives them back with normalised operands.
 * A refusal's field is the path of what was wrong, such as `conditions.0.operand`.
 */
export function checkConditions(
  join: string,
  conditions: readonly Condition[],
  attributes: Attributes,
  options: CheckOptions = {},
): CheckedConditions {
  if (!JOINS.some((known) => known === join)) {
    return refuse('join', 'Choose whether all or any of the conditions must hold.');
  }
  if (conditions.length === 0) return refuse('conditions', 'Add at least one condition.');
  if (conditions.length > MAX_CONDITIONS) {
    return refuse('conditions', `A segment has at most ${MAX_CONDITIONS} conditions.`);
  }
  const checked: Condition[] = [];
  for (const [index, condition] of conditions.entries()) {
    const result = checkCondition(condition, attributes, options);
    if (!result.ok) return refuse(`conditions.${index}.${result.field}`, result.message);
    checked.push(result.condition);
  }
  return { ok: true, conditions: checked };
}

function checkOperand(condition: Condition, attribute: Attribute): CheckedCondition {
  const { operator, operand } = condition;
  const kept = { attribute: attribute.key, operator };
  const words = `${attribute.label} ${operatorLabel(operator, attribute.format)}`;
  switch (operandKind(operator)) {
    case 'none':
      if (operand !== undefined)
        return refuse('operand', `“${words}” takes nothing to compare with.`);
      return { ok: true, condition: kept };
    case 'list': {
      if (!Array.isArray(operand)) return refuse('operand', `“${words}” takes a list.`);
      if (operand.length === 0) return refuse('operand', `Give at least one for “${words}”.`);
      if (operand.length > MAX_LIST_LENGTH) {
        return refuse('operand', `“${words}” takes at most ${MAX_LIST_LENGTH}.`);
      }
      const list = operand.map(normaliseOperand);
      const problem = list.map((one) => problemOf(one, attribute)).find((found) => found !== null);
      if (problem) return refuse('operand', problem);
      return { ok: true, condition: { ...kept, operand: list } };
    }
    case 'one': {
      if (operand === undefined) return refuse('operand', `Give what “${words}” compares with.`);
      if (typeof operand !== 'string')
        return refuse('operand', `“${words}” takes one, not a list.`);
      const one = normaliseOperand(operand);
      const problem = problemOf(one, attribute);
      if (problem) return refuse('operand', problem);
      return { ok: true, condition: { ...kept, operand: one } };
    }
  }
}

/** Why a normalised operand does not fit its attribute, or null if it does. */
function problemOf(operand: string, { label, format }: Attribute): string | null {
  if (operand === '') return `Give what ${label} is compared with.`;
  if (operand.length > MAX_OPERAND_LENGTH) {
    return `What ${label} is compared with has at most ${MAX_OPERAND_LENGTH} characters.`;
  }
  switch (format) {
    case 'text':
      return null;
    case 'number':
      if (parseNumber(operand) !== null) return null;
      return `${label} is compared with a number in plain digits, such as 1000 or -2.5.`;
    case 'boolean':
      return operand === 'yes' || operand === 'no' ? null : `${label} is compared with yes or no.`;
    case 'date':
      if (parseDate(operand)) return null;
      return `${label} is compared with a day such as 2025-03-31, or a time with its offset such as 2025-03-31T09:30:00+02:00.`;
  }
}

function refuse(field: string, message: string): Refused {
  return { ok: false, message, field };
}
