'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { cn } from '@/components/ui/class-names';
import { useKept } from '@/components/ui/kept-state';
import { EMOJI, type Emoji, findEmoji } from './find-emoji';
import { keptEmoji, withChosen } from './kept-emoji';

const COLUMNS = 8;
/** Of nearly two thousand, as many as anybody scrolls through. */
const MOST_SHOWN = 320;

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: COLUMNS,
  ArrowUp: -COLUMNS,
};

/** A field to search in, and below it the emoji: those chosen lately, then all that are found. */
export function EmojiChoices({ onChoose }: { onChoose: (sign: string) => void }) {
  const id = useId();
  const [asked, setAsked] = useState('');
  const [place, setPlace] = useState(0);
  const [lately, changeLately] = useKept(keptEmoji, 'lately');
  const grid = useRef<HTMLDivElement>(null);
  const first = asked.trim() === '' ? EMOJI.filter(({ sign }) => lately.includes(sign)) : [];
  const recent = first.sort((a, b) => lately.indexOf(a.sign) - lately.indexOf(b.sign));
  const found = findEmoji(asked, MOST_SHOWN).filter((emoji) => !recent.includes(emoji));
  const shown = [...recent, ...found];
  const active = shown[place];

  useEffect(() => {
    grid.current?.querySelector(`[data-place="${place}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [place]);

  function choose({ sign }: Emoji) {
    changeLately((now) => withChosen(now, sign));
    onChoose(sign);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (event.nativeEvent.isComposing) return;
    if (step !== undefined) setPlace(Math.max(0, Math.min(shown.length - 1, place + step)));
    else if (event.key === 'Enter' && active) choose(active);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label="Search emoji"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={active && `${id}-${place}`}
        autoComplete="off"
        placeholder="Search emoji"
        value={asked}
        onChange={(event) => {
          setAsked(event.target.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
        className="block h-10 w-full border-line border-b bg-transparent px-3 text-base outline-none placeholder:text-ink-muted sm:text-sm"
      />
      <div
        ref={grid}
        id={id}
        role="listbox"
        aria-label="Emoji"
        className="grid max-h-56 grid-cols-8 overflow-y-auto overscroll-contain p-1.5"
      >
        {shown.map((emoji, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's.
          <div
            key={emoji.sign}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === place}
            aria-label={emoji.name}
            title={emoji.name}
            data-place={index}
            className={cn(
              'flex h-9 cursor-default items-center justify-center rounded-md text-xl',
              index === place && 'bg-selected',
            )}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => index !== place && setPlace(index)}
            onClick={() => choose(emoji)}
          >
            {emoji.sign}
          </div>
        ))}
      </div>
      <p className="h-8 truncate border-line border-t px-3 text-ink-muted text-xs leading-8">
        {active ? active.name : 'No emoji has this name.'}
      </p>
    </>
  );
}
