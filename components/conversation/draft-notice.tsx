'use client';

import { textOf } from '@/components/live/draft';
import type { ShownDraft } from '@/components/live/draft-store';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** Offers what was written on another screen meanwhile, and says when the desk does not keep this one. */
export function DraftNotice({
  elsewhere,
  problem,
  onTake,
  onKeep,
}: Pick<ShownDraft, 'elsewhere' | 'problem'> & { onTake: () => void; onKeep: () => void }) {
  return (
    <>
      <span aria-live="polite" className="sr-only">
        {elsewhere && 'You have written something else on another screen.'}
      </span>
      {elsewhere && (
        <Notice tone="plain" className="mb-2">
          <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
            <span className="min-w-0 flex-1 basis-60">
              You have written something else on another screen:
              <bdi className="mt-0.5 line-clamp-2 text-ink-muted">{textOf(elsewhere)}</bdi>
            </span>
            <span className="flex gap-2">
              <Button size="sm" onClick={onTake}>
                Use it
              </Button>
              <Button size="sm" onClick={onKeep}>
                Keep this one
              </Button>
            </span>
          </span>
        </Notice>
      )}
      {problem && (
        <Notice tone="danger" className="mb-2">
          This draft is only on this screen: {problem}
        </Notice>
      )}
    </>
  );
}
