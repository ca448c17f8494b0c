'use client';

import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { late, useLate } from './late';
import type { TypedOffer, TypedOffers } from './typed-offers';

const lateChoices = late(() => import('./typed-choices'));

/**
 * Offers what `find` finds at the caret while somebody types: arrows, Enter, Tab and Escape choose
 * among them, and `field` makes the text area their combobox meanwhile.
 */
export function useTypedChoices({
  text,
  textRef,
  onText,
  find,
}: {
  text: string;
  textRef: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
  find: (text: string, caret: number) => TypedOffers | null;
}) {
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [dismissedAt, setDismissedAt] = useState<number | null>(null);
  const [highlight, setHighlight] = useState({ typed: '', place: 0 });
  // A text that has become shorter is here before its caret.
  const found = caret === null ? null : find(text, Math.min(caret, text.length));
  if (dismissedAt !== null && found?.at !== dismissedAt) setDismissedAt(null);
  const offers = found && found.at !== dismissedAt ? found.offers : [];
  const choices = useLate(lateChoices, offers.length > 0);
  const open = choices !== null && offers.length > 0;
  const place = highlight.typed === found?.typed ? highlight.place : 0;

  function move(to: number) {
    setHighlight({ typed: found?.typed ?? '', place: (to + offers.length) % offers.length });
  }

  function choose({ written }: TypedOffer) {
    const area = textRef.current;
    if (!area || !found || caret === null) return;
    const after = text.slice(caret);
    const end = found.at + written.length + 1;
    const space = after.startsWith(' ') ? '' : ' ';
    // The caret can only be set once the text is there.
    flushSync(() => onText(text.slice(0, found.at) + written + space + after));
    area.focus();
    area.setSelectionRange(end, end);
    setCaret(end);
  }

  /** Whether the key was for the list. */
  function onKeyDown(event: KeyboardEvent): boolean {
    const chosen = offers[place];
    if (!open || !chosen || event.nativeEvent.isComposing) return false;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    if (event.key === 'ArrowDown') move(place + 1);
    else if (event.key === 'ArrowUp') move(place - 1);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen);
    else if (event.key === 'Escape') setDismissedAt(found?.at ?? null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return {
    list: open && (
      <choices.TypedChoices
        id={listId}
        label={found?.label ?? ''}
        offers={offers}
        place={place}
        onPlace={move}
        onChoose={choose}
      />
    ),
    onKeyDown,
    field: {
      'aria-autocomplete': 'list' as const,
      ...(open && {
        role: 'combobox',
        'aria-expanded': true,
        'aria-haspopup': 'listbox' as const,
        'aria-controls': listId,
        'aria-activedescendant': `${listId}-${place}`,
      }),
      // A select comes late where no key was pressed, as from an input method.
      onInput: () => setCaret(textRef.current?.selectionStart ?? null),
      onSelect: () => setCaret(textRef.current?.selectionStart ?? null),
      onBlur: () => setCaret(null),
    },
  };
}
