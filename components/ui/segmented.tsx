'use client';

import { RadioGroup as Radix } from 'radix-ui';
import { cn } from './class-names';

const HEIGHT = { sm: 'h-6 text-xs', md: 'h-8 text-sm' } as const;

/** One of two to four short words, side by side; arrows move the choice. */
export function Segmented<Value extends string>({
  value,
  onValueChange,
  options,
  label,
  size = 'md',
  disabled = false,
  className,
}: {
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
  label: string;
  size?: keyof typeof HEIGHT;
  disabled?: boolean;
  className?: string;
}) {
  return (
    <Radix.Root
      value={value}
      disabled={disabled}
      orientation="horizontal"
      aria-label={label}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onValueChange(chosen.value);
      }}
      className={cn(
        'inline-flex shrink-0 items-stretch gap-px rounded-md border border-line-strong bg-panel p-px',
        HEIGHT[size],
        className,
      )}
    >
      {options.map((option) => (
        <Radix.Item
          key={option.value}
          value={option.value}
          className={cn(
            'relative rounded-[4px] text-ink-muted transition-colors pointer-coarse:after:absolute pointer-coarse:after:inset-x-0 pointer-coarse:after:inset-y-[min(0px,calc((100%-44px)/2))] hover:text-ink focus-visible:outline-offset-0 disabled:opacity-50 data-[state=checked]:bg-selected data-[state=checked]:font-medium data-[state=checked]:text-ink',
            size === 'sm' ? 'px-1.5' : 'px-2.5',
          )}
        >
          {option.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
