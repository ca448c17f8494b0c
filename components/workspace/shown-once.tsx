'use client';

import { type ReactNode, useId } from 'react';
import { CopyButton } from '@/components/ui/copy-button';

/** A link or a secret that can be copied now and never be seen again. */
export function ShownOnce({
  label,
  text,
  children,
}: {
  label: string;
  text: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium text-ink text-sm">
        {label}
      </label>
      <div className="flex items-center gap-2">
        <input
          id={id}
          readOnly
          value={text}
          onFocus={(event) => event.target.select()}
          className="h-8 min-w-0 flex-1 rounded-md border border-line-strong bg-canvas px-2.5 font-mono text-ink text-xs"
        />
        <CopyButton text={text} label={`Copy ${label.toLowerCase()}`} />
      </div>
      <p className="mt-2 text-ink-muted text-sm">{children}</p>
    </div>
  );
}
