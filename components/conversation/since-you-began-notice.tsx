'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** Warns who writes a reply of what has come meanwhile, until they say that they have seen it. */
export function SinceYouBeganNotice({ news, onSeen }: { news: string; onSeen: () => void }) {
  return (
    <Notice tone="warn" className="mb-2">
      <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span>
          <bdi>{news}</bdi> since you began.
        </span>
        <Button size="sm" onClick={onSeen}>
          I have seen it
        </Button>
      </span>
    </Notice>
  );
}
