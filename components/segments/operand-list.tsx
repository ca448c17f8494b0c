'use client';

import { X } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { cn } from '@/components/ui/class-names';
import { normaliseOperand } from '@/lib/segments/check-segment';
import { splitList } from './split-list';

/** A list of operands: Enter or a comma adds one, Backspace takes the last one back, paste adds many. */
export function OperandList({
  id,
  label,
  list,
  numbers,
  invalid,
  describedBy,
  onChange,
  onBlur,
}: {
  id: string;
  label: string;
  list: readonly string[];
  numbers: boolean;
  invalid: boolean;
  describedBy?: string;
  onChange: (list: readonly string[]) => void;
  onBlur: () => void;
}) {
  const [typed, setTyped] = useState('');

  const add = (more: readonly string[]) => {
    const next = [...list];
    for (const one of more.map(normaliseOperand)) {
      if (one !== '' && !next.includes(one)) next.push(one);
    }
    if (next.length > list.length) onChange(next);
  };
  const type = (text: string) => {
    const { done, rest } = splitList(text, numbers);
    add(done);
    setTyped(rest);
  };
  const finish = () => {
    add([typed]);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault();
      finish();
    } else if (event.key === 'Backspace' && typed === '' && list.length > 0) {
      event.preventDefault();
      setTyped(list.at(-1) ?? '');
      onChange(list.slice(0, -1));
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text');
    const { done, rest } = splitList(`${typed}${pasted}`, numbers);
    if (done.length === 0) return;
    event.preventDefault();
    add([...done, rest]);
    setTyped('');
  };

  return (
    <div
      className={cn(
        'col-span-full flex min-h-8 w-full flex-wrap items-center gap-1 rounded-md border border-line-field bg-panel px-1 py-[3px] transition-colors focus-within:outline-2 focus-within:outline-focus hover:border-ink-muted',
        invalid && 'border-danger',
      )}
    >
      {list.map((one) => (
        <span
          key={one}
          className="inline-flex h-6 max-w-full items-center rounded-[4px] bg-selected pl-2 text-ink text-sm"
        >
          <span dir="auto" className="truncate">
            {one}
          </span>
          <button
            type="button"
            aria-label={`Remove ${one}`}
            onClick={() => onChange(list.filter((other) => other !== one))}
            className="grid size-6 shrink-0 place-items-center rounded-[4px] text-ink-muted hover:text-ink focus-visible:outline-offset-[-2px]"
          >
            <X aria-hidden className="size-3" />
          </button>
        </span>
      ))}
      <input
        id={id}
        dir="auto"
        aria-label={label}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        inputMode={numbers ? 'decimal' : 'text'}
        autoComplete="off"
        enterKeyHint="done"
        placeholder={list.length === 0 ? 'Type one, press Enter' : ''}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => {
          finish();
          onBlur();
        }}
        className="h-6 min-w-16 flex-1 bg-transparent px-1.5 text-ink text-sm outline-none"
      />
    </div>
  );
}
