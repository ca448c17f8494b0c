'use client';

import { X } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { Tooltip } from '@/components/ui/tooltip';
import { countedSegments } from './chip-order';
import { FilterMarks } from './filter-marks';
import { FilterPopover } from './filter-popover';
import { SegmentChip } from './segment-chip';
import { SegmentPopover } from './segment-popover';
import { useChipOrder } from './use-chip-order';
import { useFitting } from './use-fitting';
import { type QueueAddress, type SetAddress, UNFILTERED } from './use-queue-address';

/** More than one line ever holds; the rest is in the popover. */
const MOST_CHIPS = 8;

/** What the queue is narrowed to: segments with their live counts, and the rest behind a button. */
export function FilterBar({
  address,
  setAddress,
  counts,
}: {
  address: QueueAddress;
  setAddress: SetAddress;
  counts: Readonly<Record<string, number>>;
}) {
  const { segments } = useCatalogue();
  const chosen = address.segments;
  const counted = useMemo(
    () => countedSegments(segments, counts, chosen),
    [segments, counts, chosen],
  );
  const { chips, hands } = useChipOrder(counted, chosen);
  const line = useRef<HTMLDivElement>(null);
  const shown = chips.slice(0, MOST_CHIPS);
  const fitting = useFitting(line, shown.map(({ name, count }) => `${name} ${count}`).join());
  const toggle = (id: string) =>
    void setAddress({
      segments: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id],
    });
  const others = [
    address.owner !== '',
    address.channel !== '',
    address.status !== 'new',
    address.order !== 'priority',
  ].filter(Boolean).length;

  return (
    <section aria-label="Filters" className="shrink-0 border-line border-b" {...hands}>
      <div className="flex items-center gap-1.5 px-3 pb-2.5">
        <Segmented
          label="How the chosen segments combine"
          size="sm"
          className="h-7 [&>button]:px-1"
          value={address.match}
          onValueChange={(match) => void setAddress({ match })}
          options={[
            { value: 'any', label: 'any' },
            { value: 'all', label: 'all' },
            { value: 'none', label: 'none' },
          ]}
        />
        <div
          ref={line}
          className="relative flex h-7 min-w-0 flex-1 flex-wrap gap-x-1.5 gap-y-4 overflow-hidden"
        >
          {shown.map((segment, place) => (
            <SegmentChip
              key={segment.id}
              segment={segment}
              pressed={chosen.includes(segment.id)}
              hidden={place >= fitting}
              onToggle={() => toggle(segment.id)}
            />
          ))}
        </div>
        <SegmentPopover
          segments={chips}
          chosen={chosen}
          more={chips.length - Math.min(fitting, shown.length)}
          onToggle={toggle}
        />
        {chosen.length + others > 1 && (
          <Tooltip label="Clear the filter">
            <Button
              variant="ghost"
              size="icon"
              className="-mx-1 size-7"
              aria-label="Clear the filter"
              onClick={() => void setAddress({ ...UNFILTERED, order: null })}
            >
              <X aria-hidden="true" />
            </Button>
          </Tooltip>
        )}
        <FilterPopover address={address} setAddress={setAddress} active={others} />
      </div>
      <FilterMarks address={address} setAddress={setAddress} />
    </section>
  );
}
