'use client';

import { Fragment } from 'react';
import { cn } from '@/components/ui/class-names';
import { operandKind } from '@/lib/segments/offered';
import type { Condition, Join } from '@/lib/segments/segment';
import { conditionSentence } from '@/lib/segments/sentence';
import { useAttributes } from './use-attributes';

/** From so many conditions on, the sentence is set in the size of the form. */
const MANY = 6;
const OPERANDS_SHOWN = 8;
const OPERAND_LENGTH_SHOWN = 80;

/**
 * A segment as one sentence, in large quiet type; what is still missing is an ellipsis. Long
 * operands are cut, unless the `whole` is wanted: beside the form all of them stand in it.
 */
export function BuilderSentence({
  join,
  conditions,
  whole = false,
}: {
  join: Join;
  conditions: readonly Condition[];
  whole?: boolean;
}) {
  const attributes = useAttributes();
  const joint = join === 'all' ? ' and whose ' : ' or whose ';
  return (
    <p
      dir="auto"
      className={cn(
        'wrap-anywhere text-pretty text-left text-ink-muted',
        conditions.length < MANY ? 'text-[1.0625rem] leading-7' : 'text-base',
      )}
    >
      Customers whose{' '}
      {conditions.map((condition, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity here
        <Fragment key={index}>
          {index > 0 && joint}
          <span className="text-ink">
            {condition.attribute === ''
              ? '…'
              : conditionSentence(
                  whole ? condition : shown(condition),
                  attributes.get(condition.attribute),
                )}
          </span>
        </Fragment>
      ))}
      {conditions.length === 0 && <span className="text-ink">…</span>}
    </p>
  );
}

function shown(condition: Condition): Condition {
  const { operator, operand } = condition;
  if (operandKind(operator) === 'none') return condition;
  if (operand === undefined || operand.length === 0) return { ...condition, operand: '…' };
  if (typeof operand === 'string') return { ...condition, operand: cut(operand) };
  const rest = operand.length - OPERANDS_SHOWN;
  const first = operand.slice(0, OPERANDS_SHOWN).map(cut);
  return { ...condition, operand: rest > 0 ? [...first, `… ${rest} more`] : first };
}

function cut(text: string): string {
  const characters = [...text];
  if (characters.length <= OPERAND_LENGTH_SHOWN) return text;
  return `${characters.slice(0, OPERAND_LENGTH_SHOWN).join('')}…`;
}
