'use client';

import { createContext, type ReactNode, useContext, useId } from 'react';
import { cn } from './class-names';

type FieldContext = { id: string; describedBy: string | undefined; invalid: boolean };

const Context = createContext<FieldContext | null>(null);

/** What a control inside a Field puts on itself: the label's id, what describes it, whether it is wrong. */
export function useFieldControl({ id, invalid }: { id?: string; invalid?: boolean }): {
  id: string | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
} {
  const field = useContext(Context);
  return {
    id: id ?? field?.id,
    'aria-describedby': field?.describedBy,
    'aria-invalid': invalid || field?.invalid ? true : undefined,
  };
}

/** A label, one control, a hint, and an error that takes the hint's place. */
export function Field({
  label,
  hint,
  error,
  htmlFor,
  className,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** The control's id; left out, the control takes one of the field's own. */
  htmlFor?: string;
  className?: string;
  children: ReactNode;
}) {
  const ownId = useId();
  const id = htmlFor ?? ownId;
  const below = error || hint;
  const noteId = `${id}-note`;
  return (
    <Context value={{ id, describedBy: below ? noteId : undefined, invalid: Boolean(error) }}>
      <div className={cn('flex min-w-0 flex-col gap-1.5', className)}>
        <label htmlFor={id} className="w-fit font-medium text-sm">
          {label}
        </label>
        {children}
        {below && (
          <p
            id={noteId}
            role={error ? 'alert' : undefined}
            className={cn('text-xs', error ? 'text-danger' : 'text-ink-muted')}
          >
            {below}
          </p>
        )}
      </div>
    </Context>
  );
}
