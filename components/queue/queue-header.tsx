'use client';

import { ViewMenu } from '@/components/saved-views/view-menu';
import { KeyHint, useAriaKeys } from '@/components/shortcuts/key-caps';
import { useShortcut } from '@/components/shortcuts/use-shortcut';
import { Button } from '@/components/ui/button';
import type { QueueFilter } from '@/lib/ranking/filter';
import { CountAnnouncer } from './count-announcer';
import { LiveDot } from './live-dot';
import { useTakeNext } from './use-take-next';

/** How many there are, whether that is live, and the next one at one key. */
export function QueueHeader({
  filter,
  total,
  allWaiting,
  filtered,
  onTaken,
  onSelect,
}: {
  filter: QueueFilter;
  /** Null while it is not known. */
  total: number | null;
  /** How many wait without any filter. */
  allWaiting: number | null;
  filtered: boolean;
  onTaken: (conversationId: string) => void;
  /** Begins to select by touch. */
  onSelect: () => void;
}) {
  const { take, busy } = useTakeNext(filter, onTaken);
  const ariaKeys = useAriaKeys('take-next');
  useShortcut('take-next', () => void take());
  const words = total === null ? '' : countWords(total, filtered ? allWaiting : null, filter);
  return (
    <header className="flex h-14 shrink-0 items-center gap-2 pr-3 pl-4">
      <div className="min-w-0 flex-1">
        <h1 className="flex font-semibold text-lg leading-6 tracking-[-0.01em]">
          <ViewMenu />
        </h1>
        <p className="h-4 truncate text-ink-muted text-xs leading-4 tabular-nums">{words}</p>
      </div>
      <CountAnnouncer words={words} />
      <span className="ml-auto flex shrink-0 items-center gap-3">
        <LiveDot />
        <Button
          variant="ghost"
          className="-mr-2 hidden h-11 pointer-coarse:inline-flex"
          onClick={onSelect}
        >
          Select
        </Button>
        <Button
          variant="solid"
          className="pointer-coarse:h-11"
          busy={busy}
          // The second click of a double click would take a second one.
          onClick={({ detail }) => detail < 2 && void take()}
          aria-keyshortcuts={ariaKeys}
        >
          Take next <KeyHint id="take-next" className="max-md:hidden" />
        </Button>
      </span>
    </header>
  );
}

function countWords(total: number, all: number | null, { status }: QueueFilter): string {
  const count = total.toLocaleString('en');
  if (status === 'pending') return `${count} pending`;
  return all === null ? `${count} waiting` : `${count} of ${all.toLocaleString('en')} waiting`;
}
