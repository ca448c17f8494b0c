'use client';

import { Command } from 'cmdk';
import { Check, ChevronsUpDown, Search } from 'lucide-react';
import { useState } from 'react';
import { cn } from './class-names';
import { useFieldControl } from './field';
import { byGroup, type ChoiceProps } from './options';
import { Popover, PopoverContent, PopoverTrigger } from './popover';
import { fieldLook, listLineLook } from './surface';

/** Whether every word that was typed occurs somewhere in the option. */
function matches(_value: string, typed: string, keywords: string[] = []): number {
  const text = keywords.join(' ').toLocaleLowerCase();
  const words = typed.toLocaleLowerCase().split(/\s+/u);
  return words.every((word) => text.includes(word)) ? 1 : 0;
}

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
  const control = useFieldControl({ id, invalid });
  const chosen = options.find((option) => option.value === value);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger
        {...control}
        type="button"
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
      <PopoverContent className="w-(--radix-popover-trigger-width) min-w-60 overflow-hidden p-0">
        <Command filter={matches} defaultValue={value} label={label ?? placeholder}>
          <div className="flex items-center gap-2 border-line border-b px-3">
            <Search aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
            <Command.Input
              placeholder={searchPlaceholder}
              className="h-9 w-full bg-transparent text-sm outline-none"
            />
          </div>
          <Command.List className="max-h-72 overflow-y-auto overscroll-contain p-1">
            <Command.Empty className="px-2 py-6 text-center text-ink-muted">
              Nothing found
            </Command.Empty>
            {byGroup(options).map((group) => (
              <Command.Group
                key={group.name ?? ''}
                heading={group.name ?? undefined}
                className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pt-1.5 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-ink-faint **:[[cmdk-group-heading]]:text-xs"
              >
                {group.options.map((option) => (
                  <Command.Item
                    key={option.value}
                    value={option.value}
                    keywords={[option.label, option.hint ?? '', option.group ?? '']}
                    disabled={option.disabled ?? false}
                    onSelect={() => {
                      onValueChange(option.value);
                      setOpen(false);
                    }}
                    className={cn(listLineLook, 'pr-8')}
                  >
                    <span className="min-w-0 flex-1">
                      <span className="block truncate">{option.label}</span>
                      {option.hint && (
                        <span className="block text-ink-muted text-xs">{option.hint}</span>
                      )}
                    </span>
                    {option.value === value && (
                      <Check aria-hidden="true" className="absolute right-2" />
                    )}
                  </Command.Item>
                ))}
              </Command.Group>
            ))}
          </Command.List>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
