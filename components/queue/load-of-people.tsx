'use client';

import { useRef } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/class-names';
import { Menu, MenuChoice, MenuChoices, MenuContent, MenuTrigger } from '@/components/ui/menu';
import { Tooltip } from '@/components/ui/tooltip';
import type { Load } from '@/lib/desk/wire';
import { useFitting } from './use-fitting';

/** More than one line ever holds; the rest is in the menu. */
const MOST_PEOPLE = 12;

const personLook =
  'flex h-8 shrink-0 items-center gap-1 rounded-md px-1.5 text-ink-muted text-xs tabular-nums hover:bg-selected focus-visible:-outline-offset-1 pointer-coarse:h-11';
const chosenLook = 'bg-selected font-medium text-ink';

/** How much each person has open, most first as the desk tells it; who does not fit is in a menu. */
export function LoadOfPeople({
  people,
  owner,
  onOwner,
}: {
  people: Load['people'];
  /** Whose conversations the queue is narrowed to. */
  owner: string;
  onOwner: (personId: string) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const shown = people.slice(0, MOST_PEOPLE);
  const { fitting } = useFitting(box, {
    lines: 1,
    guess: 3,
    moreStays: false,
    signature: shown.map(({ open }) => String(open).length).join(),
  });
  const hidden = people.slice(Math.min(fitting, shown.length));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div
      ref={box}
      role="group"
      aria-label="Open per person"
      className="relative ml-1.5 flex h-8 min-w-0 flex-1 items-center gap-0.5 overflow-hidden border-line-strong border-l px-1.5 pointer-coarse:h-11"
    >
      {shown.map(({ id, name, open }, place) => {
        const fits = place < fitting;
        return (
          <Tooltip key={id} label={`${name}: ${open} open`}>
            <button
              type="button"
              data-fits
              aria-pressed={owner === id}
              aria-label={`${name}, ${open} open`}
              aria-hidden={!fits || undefined}
              tabIndex={fits ? undefined : -1}
              onClick={() => onOwner(id)}
              className={cn(personLook, owner === id && chosenLook, !fits && 'invisible absolute')}
            >
              <Avatar name={name} size={22} />
              {open}
            </button>
          </Tooltip>
        );
      })}
      <Menu>
        <MenuTrigger
          data-more
          disabled={hidden.length === 0}
          aria-label={`${hidden.length} more people`}
          className={cn(
            personLook,
            'justify-center pointer-coarse:min-w-11 data-[state=open]:bg-selected',
            hidden.some(({ id }) => id === owner) && chosenLook,
            hidden.length === 0 && 'invisible absolute',
          )}
        >
          +{hidden.length}
        </MenuTrigger>
        <MenuContent className="w-60">
          <MenuChoices value={owner}>
            {people.map(({ id, name, open }) => (
              <MenuChoice
                key={id}
                value={id}
                className="pointer-coarse:min-h-11"
                onSelect={() => onOwner(id)}
              >
                <Avatar name={name} size={22} />
                <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
                <span className="text-ink-muted tabular-nums">{open}</span>
              </MenuChoice>
            ))}
          </MenuChoices>
        </MenuContent>
      </Menu>
    </div>
  );
}
