'use client';

import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import type { Attribute } from '@/lib/attributes/attribute';
import { operandKind } from '@/lib/segments/offered';
import { MAX_OPERAND_LENGTH } from '@/lib/segments/segment';
import type { DraftCondition } from './draft';
import { OperandList } from './operand-list';

const CALENDAR_DAY = /^(\d{4}-\d{2}-\d{2})?$/;

/** The control that fits what a condition compares with; nothing where it compares with nothing. */
export function OperandField({
  id,
  condition,
  attribute,
  invalid,
  describedBy,
  onChange,
  onBlur,
}: {
  id: string;
  condition: DraftCondition;
  attribute: Attribute;
  invalid: boolean;
  describedBy?: string;
  onChange: (patch: Partial<DraftCondition>) => void;
  onBlur: () => void;
}) {
  const label = `What ${attribute.label} is compared with`;
  const kind = operandKind(condition.operator);
  if (kind === 'none') return null;
  if (kind === 'list') {
    return (
      <OperandList
        id={id}
        label={label}
        list={condition.list}
        numbers={attribute.format === 'number'}
        invalid={invalid}
        describedBy={describedBy}
        onChange={(list) => onChange({ list })}
        onBlur={onBlur}
      />
    );
  }
  if (attribute.format === 'boolean') {
    return (
      <Segmented
        className="justify-self-start"
        label={label}
        value={condition.text}
        onValueChange={(text) => onChange({ text })}
        options={[
          { value: 'yes', label: 'yes' },
          { value: 'no', label: 'no' },
        ]}
      />
    );
  }
  // An instant with its offset is a date too, but no date picker can show it.
  const picker = attribute.format === 'date' && CALENDAR_DAY.test(condition.text);
  return (
    <Input
      id={id}
      dir={picker ? undefined : 'auto'}
      type={picker ? 'date' : 'text'}
      inputMode={attribute.format === 'number' ? 'decimal' : undefined}
      aria-label={label}
      aria-describedby={describedBy}
      autoComplete="off"
      spellCheck={false}
      maxLength={picker ? undefined : MAX_OPERAND_LENGTH + 2}
      value={condition.text}
      invalid={invalid}
      onChange={(event) => onChange({ text: event.target.value })}
      onBlur={onBlur}
    />
  );
}
