'use client';

import { useParams, useRouter } from 'next/navigation';
import { type ReactNode, useCallback, useEffect, useState, useTransition } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { PLAIN_VIEW } from '@/components/live/plain-view';
import type { FirstWindow } from '@/components/live/queue-store';
import { useQueue } from '@/components/live/use-queue';
import { isFiltered, UNFILTERED, useQueueAddress } from '@/components/live/use-queue-address';
import { EditedLine } from '@/components/saved-views/edited-line';
import { GoneSegment } from '@/components/saved-views/gone-segment';
import { useFollowView } from '@/components/saved-views/use-follow-view';
import { useOpenView } from '@/components/saved-views/use-open-view';
import { useViewKeys } from '@/components/saved-views/use-view-keys';
import { cn } from '@/components/ui/class-names';
import { ROW_COLUMNS } from '@/lib/desk/facts';
import { FilterBar } from './filter-bar';
import { LoadStrip } from './load-strip';
import { QueueHeader } from './queue-header';
import { QueueList } from './queue-list';
import { QueueEmpty, QueueLoading, QueueNoMatch, QueueRefused } from './queue-states';
import { SelectionBar } from './selection-bar';
import { useSelection } from './use-selection';
import { useSettledQueue } from './use-settled-queue';

/** The queue beside the conversation that is open; on a narrow screen one of the two. */
export function QueueScreen({ first, children }: { first: FirstWindow; children: ReactNode }) {
  const openId = useOpenConversation();
  return (
    <div className="flex h-full min-h-0">
      <section
        aria-label="Queue"
        className={cn(
          'flex h-full w-full shrink-0 flex-col border-line bg-panel md:w-[400px] md:border-r',
          openId !== null && 'max-md:hidden',
        )}
      >
        <QueueColumn first={first} openId={openId} />
      </section>
      <div className={cn('h-full min-w-0 flex-1', openId === null && 'max-md:hidden')}>
        {children}
      </div>
    </div>
  );
}

function useOpenConversation(): string | null {
  const { conversationId } = useParams();
  return typeof conversationId === 'string' ? conversationId : null;
}

function QueueColumn({ first, openId }: { first: FirstWindow; openId: string | null }) {
  const { me } = useCatalogue();
  const router = useRouter();
  const { address, setAddress, view, query } = useQueueAddress();
  const rendered = useFirstOnly(first);
  const plain = useQueue(PLAIN_VIEW, rendered);
  const isPlain = !isFiltered(address) && address.order === 'priority';
  const queue = useSettledQueue(view, isPlain ? rendered : null);
  const hand = useSelection(queue.truth, queue.key);
  const saved = useOpenView();
  useFollowView(setAddress);
  useViewKeys();
  // Edited, it is a filter of this screen's own.
  const broken = saved && !saved.edited && saved.gone.length > 0 ? saved : null;
  const [opening, startOpening] = useTransition();
  const [openingId, setOpeningId] = useState<string | null>(null);

  const allWaiting = plain.known ? plain.truth.total : null;

  const onOpen = useCallback(
    (conversationId: string, href: string) => {
      // The row is marked at once, and the pane follows.
      setOpeningId(conversationId);
      startOpening(() => router.push(href));
    },
    [router],
  );
  const clear = () => void setAddress({ ...UNFILTERED, order: null });
  const filtered = isFiltered(address);
  const { truth, known, refusal } = queue;

  return (
    <>
      <QueueHeader
        filter={view.filter}
        total={known && !queue.passing ? truth.total : null}
        allWaiting={allWaiting}
        filtered={filtered}
        onSelect={hand.begin}
        onTaken={(id) => onOpen(id, `/queue/${id}${query}`)}
      />
      {me.role !== 'agent' && <LoadStrip address={address} setAddress={setAddress} />}
      <FilterBar address={address} setAddress={setAddress} counts={queue.segmentCounts} />
      <EditedLine />
      {broken && <GoneSegment open={broken} />}
      {!broken && refusal && (
        <QueueRefused refusal={refusal} onRetry={queue.retry} onClear={filtered ? clear : null} />
      )}
      {!broken && !refusal && !known && <QueueLoading />}
      {!broken && !refusal && known && (
        <QueueList
          truth={truth}
          filter={queue.view.filter}
          columns={saved?.view.columns ?? ROW_COLUMNS}
          viewKey={queue.key}
          query={query}
          selectedId={opening ? openingId : openId}
          stale={queue.passing}
          hand={hand}
          onLook={queue.look}
          onOpen={onOpen}
        >
          {!queue.passing && filtered && <QueueNoMatch hidden={allWaiting} onClear={clear} />}
          {!queue.passing && !filtered && <QueueEmpty />}
        </QueueList>
      )}
      <SelectionBar hand={hand} view={queue.view} total={truth.total} filtered={filtered} />
    </>
  );
}

/** The server's window for the first rendering only: later it would be old. */
function useFirstOnly(first: FirstWindow): FirstWindow | null {
  const [window, setWindow] = useState<FirstWindow | null>(first);
  useEffect(() => setWindow(null), []);
  return window;
}
