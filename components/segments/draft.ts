import type { Attribute, Attributes } from '@/lib/attributes/attribute';
import { checkCondition } from '@/lib/segments/check-segment';
import { operandKind, operatorsFor } from '@/lib/segments/offered';
import type { Operator } from '@/lib/segments/operator';
import type { Condition, Join } from '@/lib/segments/segment';

/** A condition while it is being made: it keeps what was typed when the operator changes and back. */
export type DraftCondition = {
  rowId: number;
  /** '' until one is chosen. */
  attribute: string;
  operator: Operator;
  text: string;
  list: readonly string[];
};

export type SegmentDraft = { name: string; join: Join; conditions: readonly DraftCondition[] };

/** A segment, or a template, as a draft. */
export function draftOf(segment: {
  name: string;
  join: Join;
  conditions: readonly Condition[];
}): SegmentDraft {
  return {
    name: segment.name,
    join: segment.join,
    conditions: segment.conditions.map(({ attribute, operator, operand }, rowId) => ({
      rowId,
      attribute,
      operator,
      text: typeof operand === 'string' ? operand : '',
      list: Array.isArray(operand) ? operand : [],
    })),
  };
}

export function emptyCondition(rowId: number): DraftCondition {
  return { rowId, attribute: '', operator: 'eq', text: '', list: [] };
}

export const EMPTY_DRAFT: SegmentDraft = {
  name: '',
  join: 'all',
  conditions: [emptyCondition(0)],
};

/** The condition a draft stands for; what the operator does not take is left out. */
export function conditionOf({ attribute, operator, text, list }: DraftCondition): Condition {
  switch (operandKind(operator)) {
    case 'none':
      return { attribute, operator };
    case 'list':
      return { attribute, operator, operand: [...list] };
    case 'one':
      return { attribute, operator, operand: text };
  }
}

/** The draft on another attribute: the operator stays if it is offered, what was typed if it can fit. */
export function withAttribute(
  draft: DraftCondition,
  attribute: Attribute,
  before: Attribute | undefined,
): DraftCondition {
  const offered = operatorsFor(attribute);
  const operator = offered.includes(draft.operator) ? draft.operator : (offered[0] ?? 'eq');
  const sameFormat = before === undefined || before.format === attribute.format;
  const text = attribute.format === 'boolean' ? 'yes' : sameFormat ? draft.text : '';
  return { ...draft, attribute: attribute.key, operator, text, list: sameFormat ? draft.list : [] };
}

/** What is wrong with one condition, by part; nothing when it can be saved. */
export type Problem = { part: 'attribute' | 'operator' | 'operand'; message: string };

/** What keeps a condition from being saved, or null. A disabled attribute does not: it may be kept. */
export function problemOf(draft: DraftCondition, attributes: Attributes): Problem | null {
  if (draft.attribute === '') return { part: 'attribute', message: 'Choose an attribute.' };
  const checked = checkCondition(conditionOf(draft), attributes, {
    keepDisabled: new Set([draft.attribute]),
  });
  if (checked.ok) return null;
  const part =
    checked.field === 'attribute' || checked.field === 'operator' ? checked.field : 'operand';
  return { part, message: checked.message };
}

/** What saving sends: the name trimmed, the conditions as they are kept. */
export function savedForm(draft: SegmentDraft, attributes: Attributes) {
  const conditions = draft.conditions.map((one) => {
    const condition = conditionOf(one);
    const checked = checkCondition(condition, attributes, {
      keepDisabled: new Set([one.attribute]),
    });
    return checked.ok ? checked.condition : condition;
  });
  return { name: draft.name.trim(), join: draft.join, conditions };
}
