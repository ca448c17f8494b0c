'use client';

import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { cn } from './class-names';
import { useFieldControl } from './field';
import { late, useLate } from './late';
import type { ChoiceProps } from './options';
import { Popover, PopoverContent, PopoverTrigger } from './popover';
import { fieldLook } from './surface';

const lateList = late(() => import('./combobox-list'));

/** One of many options, found by typing. */
export function Combobox<Value extends string>({
  value,
  onValueChange,
  options,
  placeholder = 'Choose…',
  searchPlaceholder = 'Search…',
  label,
  id,
  invalid,
  disabled = false,
  className,
}: ChoiceProps<Value> & { searchPlaceholder?: string }) {
  const [open, setOpen] = useState(false);
  const list = useLate(lateList, open);
  const control = useFieldControl({ id, invalid });
  const chosen = options.find((option) => option.value === value);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger
        {...control}
        role="combobox"
        aria-expanded={open}
        aria-label={label && `${label}${chosen ? `, ${chosen.label}` : ''}`}
        disabled={disabled}
        className={cn(
          fieldLook,
          'inline-flex h-8 min-w-0 items-center justify-between gap-2 pr-2 pl-2.5 text-left',
          !chosen && 'text-ink-faint',
          className,
        )}
      >
        <span className="truncate">{chosen?.label ?? placeholder}</span>
        <ChevronsUpDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
      </PopoverTrigger>
      {list && (
        <PopoverContent className="w-(--radix-popover-trigger-width) min-w-60 overflow-hidden p-0">
          <list.ComboboxList
            value={value}
            options={options}
            onChoose={(chosen) => {
              onValueChange(chosen);
              setOpen(false);
            }}
            label={label ?? placeholder}
            searchPlaceholder={searchPlaceholder}
          />
        </PopoverContent>
      )}
    </Popover>
  );
}
