'use client';

import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { cn } from '@/components/ui/class-names';
import { fieldLook } from '@/components/ui/surface';
import type { AttributeWire } from '@/lib/desk/wire';

/** The field for a value, fit for its format. Enter and leaving it save, Escape gives up. */
export function ValueInput({
  attribute,
  typed,
  problem,
  saving,
  onType,
  onSave,
  onCancel,
}: {
  attribute: AttributeWire;
  typed: string;
  problem: string | null;
  saving: boolean;
  onType: (typed: string) => void;
  onSave: () => void;
  onCancel: () => void;
}) {
  const problemId = useId();
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    if (attribute.format !== 'date') field.current?.select();
  }, [attribute.format]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      // Escape means this field only, not the pane around it.
      event.preventDefault();
      onCancel();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      onSave();
    }
  }

  const shared = {
    ref: field,
    value: typed,
    readOnly: saving,
    'aria-label': attribute.label,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? problemId : undefined,
    onKeyDown,
    // What was refused stays to be mended; it is not sent again unasked.
    onBlur: () => problem === null && onSave(),
    onChange: (event: { target: { value: string } }) => onType(event.target.value),
  } as const;
  const look = cn(fieldLook, '-my-[3px] -ml-1.5 block w-[calc(100%+8px)] px-1.5 py-0.5');
  return (
    <>
      {attribute.format === 'text' ? (
        <textarea
          {...shared}
          dir="auto"
          rows={1}
          className={cn(look, 'max-h-40 resize-none [field-sizing:content]')}
        />
      ) : (
        <input
          {...shared}
          // An instant with its offset is no calendar day: it is edited as it is written.
          type={attribute.format === 'date' && isDayOrNothing(typed) ? 'date' : 'text'}
          inputMode={attribute.format === 'number' ? 'decimal' : undefined}
          className={cn(look, 'tabular-nums')}
        />
      )}
      {problem && (
        <p id={problemId} role="alert" className="mt-1 text-danger text-xs">
          {problem}
        </p>
      )}
    </>
  );
}

function isDayOrNothing(typed: string): boolean {
  return typed === '' || /^\d{4,}-\d{2}-\d{2}$/.test(typed);
}
