'use client';

import type { ReactNode } from 'react';
import { useLoad } from '@/components/live/use-load';
import {
  type QueueAddress,
  type SetAddress,
  UNFILTERED,
} from '@/components/live/use-queue-address';
import { cn } from '@/components/ui/class-names';
import { Skeleton } from '@/components/ui/skeleton';
import { Tooltip } from '@/components/ui/tooltip';
import { UNOWNED } from '@/lib/ranking/filter';
import { LoadOfPeople } from './load-of-people';
import { WaitingTime } from './waiting-time';

/** The supervisor's strip: who waits, how long, and how much everyone has open. A click filters. */
export function LoadStrip({
  address,
  setAddress,
}: {
  address: QueueAddress;
  setAddress: SetAddress;
}) {
  const load = useLoad(true);
  const owner = (id: string) => void setAddress({ owner: address.owner === id ? null : id });
  return (
    <section
      aria-label="Load"
      className="flex h-12 shrink-0 items-center border-line border-y bg-canvas pl-2 pointer-coarse:h-14"
    >
      <Figure
        word="Waiting"
        onClick={() => void setAddress({ ...UNFILTERED, order: null })}
        hint="Show everyone who waits"
      >
        {load ? load.waiting.toLocaleString('en') : <Skeleton className="w-6" />}
      </Figure>
      <Figure
        word="Oldest"
        pressed={address.order === 'oldest'}
        onClick={() => void setAddress({ order: address.order === 'oldest' ? null : 'oldest' })}
        hint="Oldest first"
      >
        {!load && <Skeleton className="w-9" />}
        {load && (load.oldestWaitingSince ? <WaitingTime since={load.oldestWaitingSince} /> : '–')}
      </Figure>
      <Figure
        word="Unowned"
        pressed={address.owner === UNOWNED}
        onClick={() => owner(UNOWNED)}
        hint="Show those nobody has"
      >
        {load ? load.unowned.toLocaleString('en') : <Skeleton className="w-6" />}
      </Figure>
      <LoadOfPeople people={load?.people ?? []} owner={address.owner} onOwner={owner} />
    </section>
  );
}

function Figure({
  word,
  hint,
  pressed,
  onClick,
  children,
}: {
  word: string;
  hint: string;
  pressed?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <Tooltip label={hint}>
      <button
        type="button"
        onClick={onClick}
        aria-pressed={pressed}
        className={cn(
          'flex h-10 min-w-14 shrink-0 flex-col justify-center rounded-md px-2 text-left hover:bg-selected focus-visible:-outline-offset-1 pointer-coarse:h-11',
          pressed && 'bg-selected',
        )}
      >
        <span className="flex h-[18px] items-center font-semibold tabular-nums leading-[18px]">
          {children}
        </span>
        <span className="text-[0.6875rem] text-ink-muted leading-[14px]">{word}</span>
      </button>
    </Tooltip>
  );
}
