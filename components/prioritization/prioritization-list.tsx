'use client';

import Link from 'next/link';
import { useState } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { FindSegments, foundSegments } from '@/components/segments/find-segments';
import { useSegmentCounts } from '@/components/segments/use-segment-counts';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ListFrame } from '@/components/workspace/list-frame';
import type { SegmentWire } from '@/lib/desk/wire';
import { PrioritizationRow } from './prioritization-row';
import { usePrioritization } from './use-prioritization';

const SEARCH_FROM = 10;
const SHOWN_AT_ONCE = 100;

/** Every segment with its switch, high-priority ones on top. */
export function PrioritizationList() {
  const { segments } = useCatalogue();
  const { isHighPriority, set } = usePrioritization();
  const counts = useSegmentCounts();
  const [sought, setSought] = useState('');
  const [shown, setShown] = useState(SHOWN_AT_ONCE);

  const byName = segments.toSorted(
    (a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id),
  );
  const found = foundSegments(byName, sought);
  const [held, setHeld] = useState<ReadonlySet<string> | null>(null);
  const standsOnTop = (segment: SegmentWire) => held?.has(segment.id) ?? isHighPriority(segment);
  const on = found.filter(standsOnTop);
  const off = found.filter((segment) => !standsOnTop(segment));

  const row = (segment: SegmentWire) => (
    <PrioritizationRow
      key={segment.id}
      segment={segment}
      highPriority={isHighPriority(segment)}
      inQueue={counts && (counts.counts[segment.id] ?? 0)}
      onChange={(highPriority) => void set(segment, highPriority)}
    />
  );

  const highPriority = found.filter(isHighPriority).length;
  const noneOn = on.length === 0 && sought.trim() === '';
  // One array, so that a row that changes sides keeps its switch and the focus on it.
  const lines = [
    <Heading key="high-priority" words="High-priority" count={highPriority} columns />,
    ...on.map(row),
    noneOn && (
      <li key="none" className="border-line border-b px-4 py-5 text-ink-muted text-sm">
        No segment is high-priority: the queue is ranked by waiting time alone.
      </li>
    ),
    off.length > 0 && <Heading key="others" words="Others" count={found.length - highPriority} />,
    ...off.slice(0, shown).map(row),
  ];

  return (
    <div className="min-w-0">
      {segments.length > SEARCH_FROM && (
        <FindSegments value={sought} onChange={setSought} found={found.length} />
      )}
      <ListFrame>
        {/* Under a pointer no row changes sides, or the next click would meet another one. */}
        <ul
          aria-label="Prioritization"
          onPointerEnter={({ pointerType }) => {
            if (pointerType !== 'mouse') return;
            setHeld(new Set(segments.filter(isHighPriority).map(({ id }) => id)));
          }}
          onPointerLeave={() => setHeld(null)}
        >
          {lines}
        </ul>
        {segments.length === 1 && (
          <EmptyState
            title="VIP is the only segment so far"
            action={
              <Button asChild>
                <Link href="/settings/segments">Make segments</Link>
              </Button>
            }
          >
            Any customer segment can count for priority.
          </EmptyState>
        )}
      </ListFrame>
      {off.length > shown && (
        <div className="mt-3 flex justify-center">
          <Button onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
            Show more, {(off.length - shown).toLocaleString('en')} left
          </Button>
        </div>
      )}
    </div>
  );
}

function Heading({
  words,
  count,
  columns = false,
}: {
  words: string;
  count: number;
  columns?: boolean;
}) {
  return (
    <li className="flex h-8 items-center gap-2 border-line border-b bg-canvas px-4 font-medium text-ink-muted text-xs">
      {words}
      <span className="text-ink-faint tabular-nums">{count.toLocaleString('en')}</span>
      {columns && (
        <span aria-hidden className="mr-12 ml-auto">
          In the queue
        </span>
      )}
    </li>
  );
}
