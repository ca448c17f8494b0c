'use client';

import { useAttributes } from '@/components/segments/use-attributes';
import { Skeleton } from '@/components/ui/skeleton';
import { Switch } from '@/components/ui/switch';
import { useMayShape } from '@/components/workspace/read-only-note';
import type { SegmentWire } from '@/lib/desk/wire';
import { segmentSentence } from '@/lib/segments/sentence';

/** One segment and whether it counts for priority. */
export function PrioritizationRow({
  segment,
  highPriority,
  inQueue,
  onChange,
}: {
  segment: SegmentWire;
  highPriority: boolean;
  inQueue: number | null;
  onChange: (highPriority: boolean) => void;
}) {
  const attributes = useAttributes();
  const mayShape = useMayShape();
  const sentence = segmentSentence(segment, attributes);
  return (
    <li className="relative flex items-center gap-2 border-line border-b px-4 py-2.5 text-sm last:border-b-0">
      {highPriority && (
        <span aria-hidden className="absolute inset-y-2 left-0 w-[3px] rounded-r-sm bg-accent" />
      )}
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-left font-medium text-ink">
          {segment.name}
        </p>
        <p dir="auto" title={sentence} className="truncate text-left text-ink-muted text-xs">
          {sentence}
        </p>
      </div>
      <p className="w-14 shrink-0 text-right tabular-nums">
        {inQueue === null ? (
          <Skeleton className="ml-auto w-6" />
        ) : (
          <>
            <span className={inQueue === 0 ? 'text-ink-faint' : 'text-ink'}>
              {inQueue.toLocaleString('en')}
            </span>
            <span className="sr-only"> in the queue</span>
          </>
        )}
      </p>
      <Switch
        className="ml-2"
        label={`${segment.name} is high-priority`}
        checked={highPriority}
        disabled={!mayShape}
        onCheckedChange={onChange}
      />
    </li>
  );
}
