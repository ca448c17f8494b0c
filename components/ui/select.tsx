'use client';

import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { cn } from './class-names';
import { useFieldControl } from './field';
import { byGroup, type ChoiceProps, type Option } from './options';
import { fieldLook, listLineLook, listLook } from './surface';

function Line({ option }: { option: Option }) {
  return (
    <Radix.Item
      value={option.value}
      disabled={option.disabled ?? false}
      textValue={option.label}
      className={cn(listLineLook, 'pr-8')}
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          <Radix.ItemText>{option.label}</Radix.ItemText>
        </span>
        {option.hint && <span className="block text-ink-muted text-xs">{option.hint}</span>}
      </span>
      <Radix.ItemIndicator className="absolute right-2 flex">
        <Check aria-hidden="true" />
      </Radix.ItemIndicator>
    </Radix.Item>
  );
}

/** One of a few options. For a long list use Combobox. */
export function Select<Value extends string>({
  value,
  onValueChange,
  options,
  placeholder = 'Choose…',
  label,
  id,
  invalid,
  disabled = false,
  className,
}: ChoiceProps<Value>) {
  const control = useFieldControl({ id, invalid });
  return (
    <Radix.Root
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onValueChange(chosen.value);
      }}
    >
      <Radix.Trigger
        {...control}
        aria-label={label}
        className={cn(
          fieldLook,
          'inline-flex h-8 min-w-0 items-center justify-between gap-2 pr-2 pl-2.5 text-left data-[placeholder]:text-ink-faint',
          className,
        )}
      >
        <span className="truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <Radix.Icon asChild>
          <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            listLook,
            'max-h-[min(320px,var(--radix-select-content-available-height))] min-w-(--radix-select-trigger-width) max-w-96 p-0',
          )}
        >
          <Radix.Viewport className="p-1">
            {byGroup(options).map((group) => (
              <Radix.Group key={group.name ?? ''}>
                {group.name && (
                  <Radix.Label className="px-2 pt-1.5 pb-1 font-medium text-ink-faint text-xs">
                    {group.name}
                  </Radix.Label>
                )}
                {group.options.map((option) => (
                  <Line key={option.value} option={option} />
                ))}
              </Radix.Group>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
