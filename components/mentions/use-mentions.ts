'use client';

import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { useCatalogue } from '@/components/live/catalogue';
import { late, useLate } from '@/components/ui/late';
import type { PersonMark } from '@/lib/desk/wire';
import { mentionQuery, offersFor } from './mention-query';

const lateChoices = late(() => import('./mention-choices'));

/**
 * Mentions for a field that a note is written in: `@` offers colleagues, arrows, Enter, Tab and
 * Escape choose among them, and `field` makes the text area their combobox meanwhile.
 */
export function useMentions({
  on,
  text,
  textRef,
  onText,
}: {
  on: boolean;
  text: string;
  textRef: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
}) {
  const { me, people } = useCatalogue();
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [dismissedAt, setDismissedAt] = useState<number | null>(null);
  const [highlight, setHighlight] = useState({ typed: '', place: 0 });
  // A text that has become shorter is here before its caret.
  const query = on && caret !== null ? mentionQuery(text, Math.min(caret, text.length)) : null;
  if (dismissedAt !== null && query?.at !== dismissedAt) setDismissedAt(null);
  const colleagues = people.filter(({ id }) => id !== me.id);
  const offers = query && query.at !== dismissedAt ? offersFor(colleagues, query.typed) : [];
  const choices = useLate(lateChoices, offers.length > 0);
  const open = choices !== null && offers.length > 0;
  const place = highlight.typed === query?.typed ? highlight.place : 0;

  function move(to: number) {
    setHighlight({ typed: query?.typed ?? '', place: (to + offers.length) % offers.length });
  }

  function choose({ name }: PersonMark) {
    const area = textRef.current;
    if (!area || !query || caret === null) return;
    const after = text.slice(caret);
    const written = `@${name}${after.startsWith(' ') ? '' : ' '}`;
    const end = query.at + name.length + 2;
    // The caret can only be set once the text is there.
    flushSync(() => onText(text.slice(0, query.at) + written + after));
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
    else if (event.key === 'Escape') setDismissedAt(query?.at ?? null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return {
    choices: open ? choices : null,
    listId,
    offers,
    place,
    move,
    choose,
    onKeyDown,
    field: {
      ...(on && { 'aria-autocomplete': 'list' as const }),
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

export type Mentions = ReturnType<typeof useMentions>;
