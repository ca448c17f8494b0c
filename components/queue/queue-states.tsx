'use client';

import { CircleAlert, FilterX, Inbox } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { WireError } from '@/lib/realtime/protocol';
import { ROW_HEIGHT_PX } from './queue-row';
import { RowSkeleton } from './row-skeleton';

const SKELETON_ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

/** Nobody waits, and nothing hides anybody. */
export function QueueEmpty() {
  return (
    <EmptyState className="flex-1" icon={<Inbox />} title="Nobody is waiting">
      Who writes next shows up here by itself.
    </EmptyState>
  );
}

/** The filter leaves nobody; says how many it hides. */
export function QueueNoMatch({ hidden, onClear }: { hidden: number | null; onClear: () => void }) {
  return (
    <EmptyState
      className="flex-1"
      icon={<FilterX />}
      title="No conversation matches this filter"
      action={<Button onClick={onClear}>Clear the filter</Button>}
    >
      {hidden === null || hidden === 0
        ? 'Without it, nobody is waiting either.'
        : `${hidden.toLocaleString('en')} ${hidden === 1 ? 'is' : 'are'} waiting outside of it.`}
    </EmptyState>
  );
}

/** The desk refused to show this queue. */
export function QueueRefused({
  refusal,
  onRetry,
  onClear,
}: {
  refusal: WireError;
  onRetry: () => void;
  onClear: (() => void) | null;
}) {
  return (
    <EmptyState
      className="flex-1"
      icon={<CircleAlert />}
      title="This queue cannot be shown"
      action={
        <>
          <Button onClick={onRetry}>Try again</Button>
          {onClear && <Button onClick={onClear}>Clear the filter</Button>}
        </>
      }
    >
      <span role="alert">{refusal.message}</span>
    </EmptyState>
  );
}

/** Rows to come, in their final shape. */
export function QueueLoading() {
  return (
    <div
      role="status"
      aria-label="Loading the queue"
      className="min-h-0 flex-1 animate-pulse overflow-hidden"
    >
      {SKELETON_ROWS.map((place) => (
        <div key={place} style={{ height: ROW_HEIGHT_PX }}>
          <RowSkeleton />
        </div>
      ))}
    </div>
  );
}
