'use client';

import { TriangleAlert } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { counted } from '@/components/workspace/counted';
import type { CannedReplies } from './use-canned-replies';

const NAMED_AT_MOST = 4;

/** Says which placeholders nobody has filled yet, and asks before they are sent as they stand. */
export function UnfilledGaps({ canned }: { canned: CannedReplies }) {
  const { gaps, asking } = canned;
  const more = gaps.length - NAMED_AT_MOST;
  return (
    <>
      <div
        className={cn(
          'flex flex-wrap items-center gap-x-2 gap-y-1 text-warn text-xs',
          gaps.length > 0 && 'mt-2',
        )}
      >
        {gaps.length > 0 && <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0" />}
        <span aria-live="polite">
          {gaps.length > 0 && `${counted(gaps.length, 'placeholder')} to fill:`}
        </span>
        {gaps.length > 0 && (
          <>
            {gaps.slice(0, NAMED_AT_MOST).map((gap) => (
              <button
                key={`${gap.label} ${gaps.filter(({ label, start }) => label === gap.label && start < gap.start).length}`}
                type="button"
                dir="auto"
                className="max-w-48 truncate underline underline-offset-2 hover:no-underline"
                onClick={() => canned.select(gap)}
              >
                {gap.label}
              </button>
            ))}
            {more > 0 && <span>and {more} more</span>}
          </>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={(open) => !open && canned.answer(false)}
        title={`Send with ${counted(gaps.length, 'placeholder')} unfilled?`}
        confirmLabel="Send anyway"
        onConfirm={() => canned.answer(true)}
      >
        It would be read as it stands:{' '}
        <span dir="auto" className="font-medium text-ink">
          {[...new Set(gaps.map(({ label }) => `[${label}]`))].join(', ')}
        </span>
      </ConfirmDialog>
    </>
  );
}
