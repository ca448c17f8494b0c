'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import type { SegmentWire } from '@/lib/desk/wire';

/** Says that somebody saved or deleted the segment while it was being edited, and asks what to do. */
export function MeanwhileNotice({
  theirs,
  onLoad,
  onKeep,
}: {
  theirs: SegmentWire | undefined;
  onLoad: (version: SegmentWire) => void;
  onKeep: (version: SegmentWire) => void;
}) {
  if (!theirs) {
    return (
      <Notice tone="warn" className="mt-4">
        This segment was deleted while you were here. Saving makes a new one.
      </Notice>
    );
  }
  return (
    <Notice tone="warn" className="mt-4">
      <p>
        {theirs.changedBy ?? 'Somebody'} saved this segment while you were here (
        <RelativeTime at={theirs.changedAt} />
        ).
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => onLoad(theirs)}>
          Load their version
        </Button>
        <Button size="sm" variant="ghost" onClick={() => onKeep(theirs)}>
          Keep mine
        </Button>
      </div>
    </Notice>
  );
}
