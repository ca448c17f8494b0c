'use client';

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { heldBackWords } from '@/components/live/queue-hold';
import type { QueueTruth } from '@/components/live/queue-pages';
import { cn } from '@/components/ui/class-names';
import type { RowColumn } from '@/lib/desk/facts';
import type { QueueFilter } from '@/lib/ranking/filter';
import { HeldPill } from './held-pill';
import { QueueRow, ROW_HEIGHT_PX } from './queue-row';
import { RowSkeleton } from './row-skeleton';
import { isSelected } from './selection';
import { useHeldList } from './use-held-list';
import { useLook } from './use-look';
import { useNextRow } from './use-next-row';
import { useRowFocus } from './use-row-focus';
import { useRowMotion } from './use-row-motion';
import { useRowSelection } from './use-row-selection';
import type { SelectionHand } from './use-selection';

const OVERSCAN_ROWS = 6;
/** More than are ever on screen at once: rows that are not loaded share so many elements. */
const GAPS = 128;
/** What the server takes the list for, so that its first paint has real rows. */
const FIRST_RECT = { width: 400, height: 900 };

/** The rows, of which only those on screen exist; still while someone is at them. */
export function QueueList({
  truth,
  filter,
  columns,
  viewKey,
  query,
  selectedId,
  stale,
  hand,
  onLook,
  onOpen,
  children,
}: {
  truth: QueueTruth;
  filter: QueueFilter;
  /** What its rows show beside priority and name. */
  columns: readonly RowColumn[];
  viewKey: string;
  /** What the links keep of the address, with its question mark. */
  query: string;
  selectedId: string | null;
  /** It shows another view than the one asked for, until that one is here. */
  stale: boolean;
  hand: SelectionHand;
  onLook: (first: number, last: number) => void;
  onOpen: (conversationId: string, href: string) => void;
  /** What stands in its place while it is empty. */
  children: ReactNode;
}) {
  const { channels } = useCatalogue();
  const scroller = useRef<HTMLDivElement>(null);
  const [cardOf, setCardOf] = useState<string | null>(null);

  const inView = useCallback(() => {
    const element = scroller.current;
    const top = element?.scrollTop ?? 0;
    const height = element?.clientHeight ?? FIRST_RECT.height;
    return {
      first: Math.floor(top / ROW_HEIGHT_PX),
      last: Math.max(0, Math.ceil((top + height) / ROW_HEIGHT_PX) - 1),
    };
  }, []);
  const { shown, arrive, depart, apply, scrolled } = useHeldList(truth, viewKey, inView);

  const scrollTo = useRef<(place: number) => void>(() => undefined);
  const focus = useRowFocus({
    shown,
    selectedId,
    scroller,
    scrollTo: (place) => scrollTo.current(place),
    pageRows: () => {
      const { first, last } = inView();
      return Math.max(1, last - first - 1);
    },
  });
  const { keptPlace } = focus;
  const virtualizer = useVirtualizer({
    count: shown.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: OVERSCAN_ROWS,
    initialRect: FIRST_RECT,
    rangeExtractor: (range) => {
      const places = defaultRangeExtractor(range);
      if (keptPlace === null || keptPlace >= range.count || places.includes(keptPlace))
        return places;
      return [...places, keptPlace].sort((a, b) => a - b);
    },
  });
  scrollTo.current = (place) => virtualizer.scrollToIndex(place, { align: 'auto' });
  useRowMotion(scroller, shown, viewKey, () => (virtualizer.scrollOffset ?? 0) <= 0);
  useNextRow(shown, filter);
  const rowSelection = useRowSelection(hand, shown, focus);

  const { startIndex: first, endIndex: last } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  useLook(onLook, first, last);
  useEffect(() => scrolled({ first, last }), [first, last, scrolled]);
  const cardPlace = cardOf === null ? null : shown.placeOf(cardOf);
  const cardGone = cardOf !== null && (cardPlace === null || cardPlace < first || cardPlace > last);
  useEffect(() => {
    if (!cardGone) return;
    setCardOf(null);
    depart('card');
  }, [cardGone, depart]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view begins at its top
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [viewKey]);

  const onCard = useCallback(
    (conversationId: string, open: boolean) => {
      setCardOf((now) => (open ? conversationId : now === conversationId ? null : now));
      if (open) arrive('card');
      else depart('card');
    },
    [arrive, depart],
  );
  const onPointer = (event: PointerEvent) => {
    if (event.type === 'pointerleave') depart('pointer');
    else arrive('pointer');
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const id = rowIdOf(event.target.dataset);
    if (id !== undefined) focus.onFocusRow(id);
    // A click gives the focus, too, and then the pointer says whether someone is at the list.
    if (id !== undefined && event.target.matches(':focus-visible')) arrive('focus');
  };
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    focus.onFocusGone();
    depart('focus');
  };

  return (
    <div className="relative min-h-0 flex-1">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its rows are what is acted on */}
      <div
        ref={scroller}
        className={cn(
          'absolute inset-0 overflow-y-auto overscroll-contain bg-panel transition-opacity [overflow-anchor:none]',
          stale && 'opacity-60',
        )}
        onPointerEnter={onPointer}
        onPointerLeave={onPointer}
        onPointerCancel={() => depart('pointer')}
        onClickCapture={rowSelection.onClickCapture}
        onMouseDown={rowSelection.onMouseDown}
        onFocus={onFocus}
        onBlur={onBlur}
        onKeyDown={(event) => {
          if (rowSelection.onKeyDown(event)) return;
          const { target } = event;
          const atIndicator = target instanceof HTMLElement && 'indicator' in target.dataset;
          if (event.key !== 'Escape') focus.onKeyDown(event);
          else if (atIndicator) focus.focusActive();
          else apply();
        }}
      >
        {shown.total === 0 && <div className="flex h-full flex-col">{children}</div>}
        {/* biome-ignore lint/a11y/useSemanticElements: a virtual list says its size and places itself */}
        <div
          role="list"
          aria-label="Conversations"
          hidden={shown.total === 0}
          className="relative w-full"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = shown.at(index);
            const id = row?.entry.conversationId;
            return (
              // biome-ignore lint/a11y/useSemanticElements: as above
              <div
                key={id ?? (index === keptPlace ? 'kept gap' : `gap ${index % GAPS}`)}
                role="listitem"
                aria-setsize={shown.total}
                aria-posinset={index + 1}
                data-place={index}
                data-conversation={id}
                className="absolute inset-x-0 top-0 [contain:strict]"
                style={{ height: ROW_HEIGHT_PX, transform: `translateY(${start}px)` }}
              >
                {row && id !== undefined ? (
                  <QueueRow
                    entry={row.entry}
                    left={row.left}
                    href={`/queue/${id}${query}`}
                    channelLabel={
                      channels.find(({ key }) => key === row.entry.channel)?.label ??
                      row.entry.channel
                    }
                    filter={filter}
                    columns={columns}
                    selected={id === selectedId}
                    checked={isSelected(hand.selection, id)}
                    selecting={hand.selecting}
                    onCheck={rowSelection.onCheck}
                    tabbable={id === focus.activeId}
                    card={
                      cardOf === id
                        ? { place: truth.places.get(id) ?? null, total: truth.total }
                        : null
                    }
                    onCard={onCard}
                    onOpen={onOpen}
                  />
                ) : (
                  <RowSkeleton />
                )}
              </div>
            );
          })}
        </div>
      </div>
      <HeldPill words={heldBackWords(shown.heldBack)} onApply={apply} />
    </div>
  );
}

/** The row of what has the focus: its link, its priority or its box. */
function rowIdOf({ row, indicator, check }: DOMStringMap): string | undefined {
  return row ?? indicator ?? check;
}
