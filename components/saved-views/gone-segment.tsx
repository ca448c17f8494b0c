'use client';

import { TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { OpenView } from './use-open-view';
import { useViewMoves } from './use-view-moves';

/** A segment of the open view was deleted: nothing is shown under its name until somebody says how to go on. */
export function GoneSegment({ open }: { open: OpenView }) {
  const { mend } = useViewMoves();
  const { gone, mayChange } = open;
  return (
    <EmptyState
      className="flex-1"
      icon={<TriangleAlert />}
      title={
        gone.length === 1
          ? 'A segment of this view was deleted'
          : `${gone.length} segments of this view were deleted`
      }
      action={
        <Button onClick={() => mend(open)}>
          {mayChange ? 'Take it out of the view' : 'Show it without'}
        </Button>
      }
    >
      Without it the view may show other conversations than before.
    </EmptyState>
  );
}
