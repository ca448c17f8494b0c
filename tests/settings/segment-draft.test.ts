import { describe, expect, it } from 'vitest';
import {
  conditionOf,
  type DraftCondition,
  draftOf,
  emptyCondition,
  problemOf,
  savedForm,
  withAttribute,
} from '@/components/segments/draft';
import type { Attribute } from '@/lib/attributes/attribute';
import { STANDARD_ATTRIBUTES } from '@/lib/attributes/standard-attributes';

const attributes = new Map(STANDARD_ATTRIBUTES.map((attribute) => [attribute.key, attribute]));

function known(key: string): Attribute {
  const attribute = attributes.get(key);
  if (!attribute) throw new Error(`no standard attribute ${key}`);
  return attribute;
}

function condition(patch: Partial<DraftCondition>): DraftCondition {
  return { ...emptyCondition(0), ...patch };
}

describe('a segment while it is being made', () => {
  it('comes back as it was kept', () => {
    const segment = {
      name: 'In Belgium',
      join: 'any' as const,
      conditions: [
        { attribute: 'country', operator: 'anyOf' as const, operand: ['Belgium', 'BE'] },
        { attribute: 'phone', operator: 'contains' as const, operand: '+32' },
        { attribute: 'email', operator: 'notEmpty' as const },
      ],
    };
    expect(savedForm(draftOf(segment), attributes)).toEqual(segment);
  });

  it('keeps what was typed while the operator takes nothing, and sends nothing of it', () => {
    const typed = condition({ attribute: 'country', operator: 'isEmpty', text: 'Belgium' });
    expect(conditionOf(typed)).toEqual({ attribute: 'country', operator: 'isEmpty' });
    expect(conditionOf({ ...typed, operator: 'eq' })).toEqual({
      attribute: 'country',
      operator: 'eq',
      operand: 'Belgium',
    });
  });

  it('keeps the operator and the text on another attribute that they fit', () => {
    const typed = condition({ attribute: 'country', operator: 'contains', text: 'Bel' });
    expect(withAttribute(typed, known('language'), known('country'))).toMatchObject({
      attribute: 'language',
      operator: 'contains',
      text: 'Bel',
    });
  });

  it('falls back to an operator the attribute offers, and drops what cannot fit', () => {
    const typed = condition({ attribute: 'country', operator: 'contains', text: 'Bel' });
    const moved = withAttribute(typed, known('twitter_followers'), known('country'));
    expect(moved).toMatchObject({ operator: 'eq', text: '' });
  });

  it('begins a yes/no condition with yes, so that it is complete at once', () => {
    const chosen = withAttribute(emptyCondition(0), known('vip'), undefined);
    expect(conditionOf(chosen)).toEqual({ attribute: 'vip', operator: 'eq', operand: 'yes' });
    expect(problemOf(chosen, attributes)).toBeNull();
  });

  it('asks for an attribute first', () => {
    expect(problemOf(emptyCondition(0), attributes)).toEqual({
      part: 'attribute',
      message: 'Choose an attribute.',
    });
  });

  it('says at the operand that a number is wanted', () => {
    const typed = condition({ attribute: 'twitter_followers', operator: 'gt', text: '1,000' });
    expect(problemOf(typed, attributes)?.part).toBe('operand');
  });

  it('does not hold a condition on a disabled attribute against the segment', () => {
    const disabled = new Map(attributes).set('country', { ...known('country'), enabled: false });
    const typed = condition({ attribute: 'country', operator: 'eq', text: 'Belgium' });
    expect(problemOf(typed, disabled)).toBeNull();
  });

  it('is saved with its name trimmed and the quotes around operands dropped', () => {
    const draft = {
      name: '  Loyal ',
      join: 'all' as const,
      conditions: [condition({ attribute: 'loyalty_status', operator: 'eq', text: ' “gold” ' })],
    };
    expect(savedForm(draft, attributes)).toEqual({
      name: 'Loyal',
      join: 'all',
      conditions: [{ attribute: 'loyalty_status', operator: 'eq', operand: 'gold' }],
    });
  });
});
