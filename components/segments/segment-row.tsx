'use client';

import { Ellipsis, Lock, Pencil, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import { Tooltip } from '@/components/ui/tooltip';
import { Mark } from '@/components/workspace/list-frame';
import { useMayShape } from '@/components/workspace/read-only-note';
import type { SegmentWire } from '@/lib/desk/wire';
import { VIP_SEGMENT } from '@/lib/segments/segment';
import { segmentSentence } from '@/lib/segments/sentence';
import { DeleteSegmentDialog } from './delete-segment-dialog';
import { HighPriorityMark } from './segment-marks';
import { useAttributes } from './use-attributes';

export const SEGMENT_COLUMNS = 'md:grid-cols-[minmax(0,1fr)_88px_176px_32px]';

/** One segment; the whole row opens it. */
export function SegmentRow({ segment, inQueue }: { segment: SegmentWire; inQueue: number | null }) {
  const attributes = useAttributes();
  const mayShape = useMayShape();
  const [deleting, setDeleting] = useState(false);
  const builtIn = segment.id === VIP_SEGMENT.id;
  const sentence = segmentSentence(segment, attributes);

  return (
    <li
      className={cn(
        'relative grid grid-cols-[minmax(0,1fr)_auto_32px] items-center gap-x-3 border-line border-b py-2.5 pr-2 pl-4 text-sm transition-colors last:border-b-0 hover:bg-hover md:gap-x-4 md:pr-4',
        SEGMENT_COLUMNS,
      )}
    >
      <div className="min-w-0">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`/settings/segments/${segment.id}`}
            dir="auto"
            className="min-w-0 truncate font-medium text-ink after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:outline-offset-[-2px]"
          >
            {segment.name}
          </Link>
          {segment.highPriority && <HighPriorityMark />}
          {builtIn && <Mark>Built in</Mark>}
        </p>
        <p dir="auto" title={sentence} className="truncate text-ink-muted text-xs">
          {sentence}
        </p>
      </div>
      <p className="min-w-16 text-right text-ink tabular-nums md:min-w-0">
        {inQueue === null ? (
          <Skeleton className="ml-auto w-6" />
        ) : (
          <>
            <span className={inQueue === 0 ? 'text-ink-faint' : ''}>
              {inQueue.toLocaleString('en')}
            </span>
            <span className="text-ink-muted text-xs md:sr-only"> queued</span>
          </>
        )}
      </p>
      <p className="hidden min-w-0 items-baseline gap-1.5 text-ink-muted text-xs md:flex">
        {builtIn ? (
          'With the desk'
        ) : (
          <>
            <span dir="auto" className="truncate">
              {segment.changedBy ?? 'Somebody'}
            </span>
            <RelativeTime at={segment.changedAt} className="shrink-0" />
          </>
        )}
      </p>
      <div className="relative z-10 flex justify-end">
        {builtIn ? (
          <Tooltip label="Built in: it cannot be edited or deleted">
            <button
              type="button"
              aria-label="VIP is built in: it cannot be edited or deleted"
              className="grid size-8 place-items-center rounded-md text-ink-faint"
            >
              <Lock aria-hidden className="size-3.5" />
            </button>
          </Tooltip>
        ) : (
          mayShape && (
            <Menu>
              <MenuTrigger asChild>
                <Button variant="ghost" size="icon" aria-label={`More for ${segment.name}`}>
                  <Ellipsis aria-hidden />
                </Button>
              </MenuTrigger>
              <MenuContent>
                <MenuItem asChild>
                  <Link href={`/settings/segments/${segment.id}`}>
                    <Pencil aria-hidden /> Edit
                  </Link>
                </MenuItem>
                <MenuItem danger onSelect={() => setDeleting(true)}>
                  <Trash2 aria-hidden /> Delete…
                </MenuItem>
              </MenuContent>
            </Menu>
          )
        )}
      </div>
      <DeleteSegmentDialog
        open={deleting}
        onOpenChange={setDeleting}
        segment={segment}
        inQueue={inQueue}
      />
    </li>
  );
}
