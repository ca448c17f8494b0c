'use client';

import { CircleAlert, Search, SearchX } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';

const SKELETON_ROWS = [0, 1, 2, 3, 4, 5];
const EXAMPLES = ['refund', 'late order', '@example.com'];

/** Nothing is looked for yet: what can be, by examples. */
export function SearchEmpty({ onExample }: { onExample: (query: string) => void }) {
  return (
    <EmptyState
      className="flex-1"
      icon={<Search />}
      title="Find any conversation"
      action={EXAMPLES.map((example) => (
        <Button key={example} size="sm" onClick={() => onExample(example)}>
          {example}
        </Button>
      ))}
    >
      By what was said in it, also once it is resolved, or by a name, a phone number, an e-mail
      address or anything else known of the customer. Every word counts; the last may be a
      beginning.
    </EmptyState>
  );
}

/** Nothing has all the words. */
export function SearchNothing({
  isFiltered,
  onClear,
}: {
  isFiltered: boolean;
  onClear: () => void;
}) {
  return (
    <EmptyState
      className="flex-1"
      icon={<SearchX />}
      title="Nothing has all these words"
      action={isFiltered && <Button onClick={onClear}>Look everywhere</Button>}
    >
      {isFiltered
        ? 'At least not where you look.'
        : 'Fewer words find more, and so does the beginning of a word.'}
    </EmptyState>
  );
}

export function SearchFailed({ failure, onRetry }: { failure: string; onRetry: () => void }) {
  return (
    <EmptyState
      className="flex-1"
      icon={<CircleAlert />}
      title="The search did not work"
      action={<Button onClick={onRetry}>Try again</Button>}
    >
      <span role="alert">{failure}</span>
    </EmptyState>
  );
}

/** Rows to come, in their final shape. */
export function SearchLoading() {
  return (
    <div
      role="status"
      aria-label="Searching"
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
            <Skeleton className="h-3 w-3/4" />
          </div>
        </div>
      ))}
    </div>
  );
}
