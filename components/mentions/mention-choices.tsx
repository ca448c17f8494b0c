'use client';

import { useEffect, useRef } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/class-names';
import { listLineLook, listLook } from '@/components/ui/surface';
import type { PersonMark } from '@/lib/desk/wire';

/** The colleagues to choose from, above the field that has the keyboard. */
export function MentionChoices({
  id,
  offers,
  place,
  onPlace,
  onChoose,
}: {
  id: string;
  offers: readonly PersonMark[];
  place: number;
  onPlace: (place: number) => void;
  onChoose: (person: PersonMark) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[place]?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Colleagues"
      data-state="open"
      className={cn(listLook, 'absolute bottom-full left-0 mb-1 max-h-56 w-72 max-w-full')}
    >
      {offers.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's.
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === place}
          data-selected={index === place}
          className={cn(listLineLook, 'cursor-default')}
          // The field keeps the keyboard.
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => index !== place && onPlace(index)}
          onClick={() => onChoose(person)}
        >
          <Avatar name={person.name} size="sm" />
          <span dir="auto" className="min-w-0 flex-1 truncate">
            {person.name}
          </span>
        </div>
      ))}
    </div>
  );
}
