'use client';

import { useAttributes } from '@/components/segments/use-attributes';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { byDay, useTimeZone } from '@/components/workspace/moments';
import { HistoryLineRow } from './history-line';
import type { useHistory } from './use-history';

/** What happened, the newest day first; more of it is a press away. */
export function HistoryList({
  history,
  failure,
  isBusy,
  showMore,
  retry,
  empty,
}: ReturnType<typeof useHistory> & { empty: string }) {
  const attributes = useAttributes();
  const timeZone = useTimeZone();
  if (failure !== null && !history)
    return (
      <div role="alert" className="py-4 text-ink-muted">
        <p>{failure}</p>
        <Button size="sm" className="mt-2" onClick={retry}>
          Try again
        </Button>
      </div>
    );
  if (!history)
    return (
      <div role="status" aria-label="Looking" className="space-y-4 py-4">
        <Skeleton className="h-4 w-3/4" />
        <Skeleton className="h-4 w-1/2" />
        <Skeleton className="h-4 w-2/3" />
      </div>
    );
  if (history.lines.length === 0) return <p className="py-4 text-ink-muted">{empty}</p>;
  return (
    <>
      {byDay(history.lines, timeZone).map(({ name, moments }) => (
        <section key={`${name} ${moments[0]?.id}`}>
          <h3 className="border-line border-b pt-3 pb-1 font-medium text-ink-muted text-xs">
            {name}
          </h3>
          <ul>
            {moments.map((line) => (
              <HistoryLineRow
                key={`${line.id} ${line.kind}`}
                line={line}
                timeZone={timeZone}
                attributes={attributes}
              />
            ))}
          </ul>
        </section>
      ))}
      {failure !== null && (
        <p role="alert" className="py-2 text-danger text-xs">
          {failure}
        </p>
      )}
      {history.next !== null && (
        <Button size="sm" className="mt-2" busy={isBusy} onClick={() => void showMore()}>
          Show earlier
        </Button>
      )}
    </>
  );
}
