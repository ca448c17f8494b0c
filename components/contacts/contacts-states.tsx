'use client';

import { CircleAlert, ContactRound, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';

const SKELETON_ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

/** Nobody is known, or nobody is as asked. */
export function ContactsNothing({
  isFiltered,
  onClear,
  action,
}: {
  isFiltered: boolean;
  onClear: () => void;
  action?: ReactNode;
}) {
  if (isFiltered)
    return (
      <EmptyState
        className="flex-1"
        icon={<SearchX />}
        title="No contact is like this"
        action={<Button onClick={onClear}>Show all contacts</Button>}
      >
        Fewer words and fewer conditions find more.
      </EmptyState>
    );
  return (
    <EmptyState className="flex-1" icon={<ContactRound />} title="No contacts yet" action={action}>
      Whoever writes in becomes one. Your CRM and the API bring others.
    </EmptyState>
  );
}

export function ContactsFailed({ failure, onRetry }: { failure: string; onRetry: () => void }) {
  return (
    <EmptyState
      className="flex-1"
      icon={<CircleAlert />}
      title="The contacts could not be found"
      action={<Button onClick={onRetry}>Try again</Button>}
    >
      <span role="alert">{failure}</span>
    </EmptyState>
  );
}

/** Rows to come, in their final shape. */
export function ContactsLoading() {
  return (
    <div
      role="status"
      aria-label="Looking"
      className="overflow-hidden rounded-lg border border-line bg-panel"
    >
      {SKELETON_ROWS.map((row) => (
        <div
          key={row}
          className="flex h-[59px] items-center gap-3 border-line border-b px-4 last:border-b-0"
        >
          <Skeleton className="size-[34px] rounded-full" />
          <div className="flex-1 space-y-2">
            <Skeleton className="h-3 w-40" />
            <Skeleton className="h-3 w-56" />
          </div>
        </div>
      ))}
    </div>
  );
}
