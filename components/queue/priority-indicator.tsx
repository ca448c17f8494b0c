'use client';

import { type PointerEvent, useEffect, useId, useRef } from 'react';
import { cn } from '@/components/ui/class-names';
import { Popover, PopoverContent } from '@/components/ui/popover';
import type { QueueEntry } from '@/lib/desk/wire';
import { PriorityMeter } from './priority-meter';
import { ReasonCard } from './reason-card';

/** Long enough not to open while the pointer only passes; time to reach the card. */
const OPEN_AFTER_MS = 150;
const CLOSE_AFTER_MS = 140;

/** The place of a row whose card is open, and how many there are. */
export type CardPlace = { place: number | null; total: number };

/** The priority of a row; pointer, keyboard focus or touch tells why. */
export function PriorityIndicator({
  entry,
  card,
  onCard,
  tabbable,
  dimmed,
}: {
  entry: QueueEntry;
  /** Null while its card is closed. */
  card: CardPlace | null;
  onCard: (open: boolean) => void;
  tabbable: boolean;
  dimmed: boolean;
}) {
  const cardId = useId();
  const button = useRef<HTMLButtonElement>(null);
  // What the card is measured against; it is made only while the button is there.
  const anchor = useRef({ getBoundingClientRect: () => boundsOf(button.current) });
  const takesFocus = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const later = (open: boolean) => (event: PointerEvent) => {
    if (event.pointerType !== 'mouse') return;
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => {
        takesFocus.current = false;
        onCard(open);
      },
      open ? OPEN_AFTER_MS : CLOSE_AFTER_MS,
    );
  };
  const stay = () => clearTimeout(timer.current);

  return (
    <>
      <button
        ref={button}
        type="button"
        data-indicator={entry.conversationId}
        tabIndex={tabbable ? 0 : -1}
        aria-label={`Priority ${entry.priority}, why`}
        aria-haspopup="dialog"
        aria-expanded={card !== null}
        aria-describedby={card ? cardId : undefined}
        className={cn(
          'absolute inset-y-0 left-0 z-10 flex w-11 items-center justify-center rounded-md pl-0.5 focus-visible:outline-2 focus-visible:outline-focus focus-visible:-outline-offset-4',
          dimmed && 'opacity-60',
        )}
        onPointerEnter={later(true)}
        onPointerLeave={later(false)}
        onFocus={(event) => {
          if (takesFocus.current || !event.currentTarget.matches(':focus-visible')) return;
          onCard(true);
        }}
        onBlur={() => {
          if (!takesFocus.current) onCard(false);
        }}
        onClick={() => {
          stay();
          takesFocus.current = true;
          onCard(true);
        }}
      >
        <PriorityMeter priority={entry.priority} />
      </button>
      {/* Rows come and go by the dozen while scrolling: the card is made for the one that shows it. */}
      {card && (
        <Popover
          open
          onOpenChange={(open) => {
            stay();
            onCard(open);
          }}
        >
          <PopoverContent
            id={cardId}
            anchor={anchor}
            side="bottom"
            sideOffset={-14}
            alignOffset={40}
            aria-label={`Why priority ${entry.priority}`}
            className="w-[21.5rem] p-3.5"
            onPointerEnter={stay}
            onPointerLeave={later(false)}
            onOpenAutoFocus={(event) => {
              if (!takesFocus.current) event.preventDefault();
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              // takesFocus still says that this focus comes from a closing card, and is no wish for one.
              if (takesFocus.current) button.current?.focus();
              takesFocus.current = false;
            }}
            onPointerDownOutside={(event) => {
              const { target } = event;
              if (target instanceof Node && button.current?.contains(target))
                event.preventDefault();
            }}
            onFocusOutside={(event) => {
              if (!takesFocus.current) event.preventDefault();
            }}
          >
            <ReasonCard entry={entry} place={card.place} total={card.total} />
          </PopoverContent>
        </Popover>
      )}
    </>
  );
}

function boundsOf(element: HTMLElement | null): DOMRect {
  return element?.getBoundingClientRect() ?? new DOMRect();
}
