'use client';

import { Switch as Radix } from 'radix-ui';
import { cn } from './class-names';

/** On or off, at once. Shape and place say it, not colour alone. */
export function Switch({
  checked,
  onCheckedChange,
  label,
  disabled = false,
  id,
  className,
}: {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  label: string;
  disabled?: boolean;
  id?: string;
  className?: string;
}) {
  return (
    <Radix.Root
      id={id}
      checked={checked}
      onCheckedChange={onCheckedChange}
      disabled={disabled}
      aria-label={label}
      className={cn(
        'group relative inline-flex h-[18px] w-8 shrink-0 items-center rounded-full border border-line-field bg-panel transition-colors hover:border-ink-muted data-[state=checked]:border-solid data-[state=checked]:bg-solid disabled:cursor-not-allowed disabled:opacity-50',
        className,
      )}
    >
      <Radix.Thumb className="block size-3 translate-x-0.5 rounded-full bg-ink-muted transition-transform data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-solid" />
    </Radix.Root>
  );
}
