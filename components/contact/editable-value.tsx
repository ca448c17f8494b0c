'use client';

import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Spinner } from '@/components/ui/spinner';
import { useFocusBack } from '@/components/ui/use-focus-back';
import { valueText } from '@/components/workspace/value-text';
import type { AttributeWire, ValueWire } from '@/lib/desk/wire';
import { BreakableText } from './breakable-text';
import { useHeldWrite } from './held-values';
import { typedText, typedValue } from './typed-value';
import { ValueInput } from './value-input';

/** A value entered by hand, edited where it stands. */
export function EditableValue({
  attribute,
  value,
}: {
  attribute: AttributeWire;
  value: ValueWire | undefined;
}) {
  const { save, saving } = useHeldWrite();
  /** What is typed; null while nobody edits. */
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { place, back } = useFocusBack<HTMLDivElement>();

  function end() {
    setTyped(null);
    setProblem(null);
    back();
  }

  async function submit() {
    if (typed === null || saving) return;
    if (typed === typedText(value?.value)) return end();
    const parsed = typedValue(attribute, typed);
    if (!parsed.ok) return setProblem(parsed.message);
    const refusal = await save(attribute, parsed.value);
    if (refusal) setProblem(refusal);
    else end();
  }

  return (
    <div ref={place}>
      {typed !== null ? (
        <ValueInput
          attribute={attribute}
          typed={typed}
          problem={problem}
          saving={saving}
          onType={(next) => {
            setTyped(next);
            setProblem(null);
          }}
          onSave={() => void submit()}
          onCancel={end}
        />
      ) : (
        <button
          type="button"
          aria-label={`${attribute.label}: ${value ? valueText(value.value, attribute.format) : 'not known'}. Edit`}
          className="group -ml-1.5 flex w-[calc(100%+8px)] items-baseline gap-1 rounded-[5px] px-1.5 text-left hover:bg-selected"
          onClick={() => setTyped(typedText(value?.value))}
        >
          <span
            dir="auto"
            className={
              value
                ? 'line-clamp-4 min-w-0 flex-1 whitespace-pre-wrap text-ink tabular-nums [overflow-wrap:anywhere]'
                : 'flex-1 text-ink-faint'
            }
          >
            {value ? <BreakableText text={valueText(value.value, attribute.format)} /> : 'Add'}
          </span>
          {saving ? (
            <Spinner className="size-3 self-center" />
          ) : (
            <Pencil
              aria-hidden="true"
              className="size-3 shrink-0 self-center text-ink-faint opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
            />
          )}
        </button>
      )}
    </div>
  );
}
