import { Command } from 'cmdk';
import { Check, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './class-names';
import { byGroup, type Option } from './options';
import { listLineLook } from './surface';

/** Whether every word that was typed occurs somewhere in the option. */
function matches(_value: string, typed: string, keywords: string[] = []): number {
  const text = keywords.join(' ').toLocaleLowerCase();
  const words = typed.toLocaleLowerCase().split(/\s+/u);
  return words.every((word) => text.includes(word)) ? 1 : 0;
}

/** The options of a Combobox, narrowed down by typing. */
export function ComboboxList<Value extends string>({
  value,
  options,
  onChoose,
  label,
  searchPlaceholder,
  empty = 'Nothing found',
}: {
  value: Value | '';
  options: Option<Value>[];
  onChoose: (value: Value) => void;
  label: string;
  searchPlaceholder: string;
  /** What stands there while there is no option. */
  empty?: ReactNode;
}) {
  return (
    <Command filter={matches} defaultValue={value} label={label}>
      <div className="flex items-center gap-2 border-line border-b px-3">
        <Search aria-hidden="true" className="size-3.5 shrink-0 text-ink-faint" />
        <Command.Input
          placeholder={searchPlaceholder}
          className="h-9 w-full bg-transparent text-sm outline-none"
        />
      </div>
      <Command.List className="max-h-72 overflow-y-auto overscroll-contain p-1">
        <Command.Empty className="px-2 py-6 text-center text-ink-muted">
          {/* The list takes every Enter for a choice, also one on a link or a button in here. */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the key from the list. */}
          <div onKeyDown={(event) => event.key === 'Enter' && event.stopPropagation()}>{empty}</div>
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
                keywords={[
                  option.label,
                  option.hint ?? '',
                  option.group ?? '',
                  option.findBy ?? '',
                ]}
                disabled={option.disabled ?? false}
                onSelect={() => {
                  onChoose(option.value);
                }}
                className={cn(listLineLook, 'pr-8')}
              >
                <span className="min-w-0 flex-1">
                  <span dir="auto" className="block truncate">
                    {option.label}
                  </span>
                  {option.hint && (
                    <span dir="auto" className="line-clamp-2 break-words text-ink-muted text-xs">
                      {option.hint}
                    </span>
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
  );
}
