'use client';

import { useEffect, useRef } from 'react';
import { cn } from './class-names';
import { listLineLook, listLook } from './surface';
import type { TypedOffer } from './typed-offers';

/** What there is to choose from, above the field that has the keyboard. */
export function TypedChoices({
  id,
  label,
  offers,
  place,
  onPlace,
  onChoose,
}: {
  id: string;
  label: string;
  offers: readonly TypedOffer[];
  place: number;
  onPlace: (place: number) => void;
  onChoose: (offer: TypedOffer) => void;
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
      aria-label={label}
      data-state="open"
      className={cn(listLook, 'absolute bottom-full left-0 mb-1 max-h-56 w-72 max-w-full')}
    >
      {offers.map((offer, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's.
        <div
          key={offer.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === place}
          data-selected={index === place}
          className={cn(listLineLook, 'cursor-default')}
          // The field keeps the keyboard.
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => index !== place && onPlace(index)}
          onClick={() => onChoose(offer)}
        >
          {offer.shown}
        </div>
      ))}
    </div>
  );
}
