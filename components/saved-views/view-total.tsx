'use client';

import { TriangleAlert } from 'lucide-react';
import { useCatalogue } from '@/components/live/catalogue';
import { useQueueTotal } from '@/components/live/use-queue';
import { useQueueAddress } from '@/components/live/use-queue-address';
import { cn } from '@/components/ui/class-names';
import type { SavedViewWire } from '@/lib/desk/wire';
import { goneSegments, isSame } from './saved-view-address';

/** How many conversations a saved view has, live while it is in sight. */
export function ViewTotal({
  view,
  inSight,
  className,
}: {
  view: Pick<SavedViewWire, 'filter' | 'order'>;
  inSight: boolean;
  className?: string;
}) {
  const { segments } = useCatalogue();
  const { view: shown } = useQueueAddress();
  const broken = goneSegments(view, segments).length > 0;
  const total = useQueueTotal(inSight && !broken ? view : null, isSame(view, shown));
  if (broken)
    return (
      <TriangleAlert
        role="img"
        aria-label="A segment of it was deleted"
        className="size-3.5 shrink-0 text-warn"
      />
    );
  if (total === null) return null;
  return (
    <span className={cn('shrink-0 text-xs tabular-nums', className)}>
      <span className="sr-only">, </span>
      {total.toLocaleString('en')}
    </span>
  );
}
