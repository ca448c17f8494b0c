'use client';

import { Fragment } from 'react';
import { operandKind } from '@/lib/segments/offered';
import type { Condition, Join } from '@/lib/segments/segment';
import { conditionSentence } from '@/lib/segments/sentence';
import { useAttributes } from './use-attributes';

/** A segment as one sentence, in large quiet type; what is still missing is an ellipsis. */
export function BuilderSentence({
  join,
  conditions,
}: {
  join: Join;
  conditions: readonly Condition[];
}) {
  const attributes = useAttributes();
  const joint = join === 'all' ? ' and whose ' : ' or whose ';
  return (
    <p dir="auto" className="text-pretty break-words text-[1.0625rem] text-ink-muted leading-7">
      Customers whose{' '}
      {conditions.map((condition, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity here
        <Fragment key={index}>
          {index > 0 && joint}
          <span className="text-ink">
            {condition.attribute === ''
              ? '…'
              : conditionSentence(shown(condition), attributes.get(condition.attribute))}
          </span>
        </Fragment>
      ))}
      {conditions.length === 0 && <span className="text-ink">…</span>}
    </p>
  );
}

function shown(condition: Condition): Condition {
  if (operandKind(condition.operator) === 'none') return condition;
  const empty = condition.operand === undefined || condition.operand.length === 0;
  return empty ? { ...condition, operand: '…' } : condition;
}
