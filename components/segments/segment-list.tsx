'use client';

import { useState } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { counted } from '@/components/workspace/counted';
import { ListFrame, ListHead } from '@/components/workspace/list-frame';
import { VIP_SEGMENT } from '@/lib/segments/segment';
import { FindSegments, foundSegments } from './find-segments';
import { SEGMENT_COLUMNS, SegmentRow } from './segment-row';
import { TemplateList } from './template-list';
import { useSegmentCounts } from './use-segment-counts';

const SHOWN_AT_ONCE = 100;
const SEARCH_FROM = 10;

/** All segments by name, VIP first, with how many queued conversations match each now. */
export function SegmentList() {
  const { segments } = useCatalogue();
  const counts = useSegmentCounts();
  const [sought, setSought] = useState('');
  const [shown, setShown] = useState(SHOWN_AT_ONCE);

  const sorted = segments.toSorted(
    (a, b) =>
      Number(b.id === VIP_SEGMENT.id) - Number(a.id === VIP_SEGMENT.id) ||
      a.name.localeCompare(b.name) ||
      a.id.localeCompare(b.id),
  );
  const found = foundSegments(sorted, sought);
  const onlyVip = segments.every((segment) => segment.id === VIP_SEGMENT.id);

  return (
    <>
      {segments.length > SEARCH_FROM && (
        <FindSegments value={sought} onChange={setSought} found={found.length} />
      )}
      <ListFrame>
        <ListHead columns={SEGMENT_COLUMNS}>
          <span>Segment</span>
          <span className="text-right">In the queue</span>
          <span>Changed</span>
        </ListHead>
        <ul aria-label="Customer segments">
          {found.slice(0, shown).map((segment) => (
            <SegmentRow
              key={segment.id}
              segment={segment}
              inQueue={counts && (counts.counts[segment.id] ?? 0)}
            />
          ))}
        </ul>
        {found.length === 0 && (
          <EmptyState
            title={`No segment is called “${sought.trim()}”`}
            action={<Button onClick={() => setSought('')}>Show all</Button>}
          />
        )}
      </ListFrame>
      {found.length > shown && (
        <div className="mt-3 flex justify-center">
          <Button onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
            Show more, {counted(found.length - shown, 'left', 'left')}
          </Button>
        </div>
      )}
      {onlyVip && <TemplateList />}
    </>
  );
}
