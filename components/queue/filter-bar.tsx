'use client';

import { X } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import {
  type QueueAddress,
  type SetAddress,
  UNFILTERED,
} from '@/components/live/use-queue-address';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Tooltip } from '@/components/ui/tooltip';
import { countedSegments } from './chip-order';
import { FilterMarks } from './filter-marks';
import { FilterPopover } from './filter-popover';
import { MatchMenu } from './match-menu';
import { SegmentChip } from './segment-chip';
import { SegmentPopover } from './segment-popover';
import { useChipOrder } from './use-chip-order';
import { useFitting } from './use-fitting';

/** More than the lines ever hold; the rest is in the popover. */
const MOST_CHIPS = 12;
const LINES = 2;
/** What the server takes to fit. */
const FIRST_CHIPS = 4;

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
  const counted = useMemo(() => countedSegments(segments, counts), [segments, counts]);
  const { chips, hands } = useChipOrder(counted, chosen);
  const box = useRef<HTMLDivElement>(null);
  const shown = chips.slice(0, MOST_CHIPS);
  const combines = chosen.length > 0;
  // Digits are all of one width: a count that changes seldom changes it.
  const widths = shown.map(({ name, count }) => `${name} ${String(count).length}`);
  const fit = useFitting(box, {
    lines: LINES,
    guess: FIRST_CHIPS,
    moreStays: true,
    signature: `${combines ? address.match : ''} ${widths.join()}`,
  });
  const fitting = fit.fitting - Number(combines);
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
    <section
      aria-label="Filters"
      className="shrink-0 border-line border-b [header+&]:-mt-2"
      {...hands}
    >
      <div className="flex gap-1.5 px-3 py-2.5">
        <div
          ref={box}
          className="relative flex min-w-0 flex-1 flex-wrap gap-1.5 pointer-coarse:gap-y-3"
        >
          {combines && (
            <MatchMenu match={address.match} onMatch={(match) => void setAddress({ match })} />
          )}
          {shown.map((segment, place) => (
            <SegmentChip
              key={segment.id}
              segment={segment}
              pressed={chosen.includes(segment.id)}
              excluded={address.match === 'none' && chosen.includes(segment.id)}
              hidden={place >= fitting}
              onToggle={() => toggle(segment.id)}
            />
          ))}
          <SegmentPopover
            segments={chips}
            chosen={chosen}
            more={chips.length - Math.min(fitting, shown.length)}
            onToggle={toggle}
          />
        </div>
        <div
          className={cn(
            'flex shrink-0 gap-1.5 pointer-coarse:gap-3',
            fit.lines > 1 ? 'flex-col' : 'flex-row-reverse',
          )}
        >
          <FilterPopover address={address} setAddress={setAddress} active={others} />
          {chosen.length + others > 0 && (
            <Tooltip label="Clear the filter">
              <Button
                variant="ghost"
                size="icon"
                className="size-6 pointer-coarse:size-8 pointer-coarse:after:absolute pointer-coarse:after:-inset-1.5"
                aria-label="Clear the filter"
                onClick={() => void setAddress({ ...UNFILTERED, order: null })}
              >
                <X aria-hidden="true" />
              </Button>
            </Tooltip>
          )}
        </div>
      </div>
      <FilterMarks address={address} setAddress={setAddress} />
    </section>
  );
}
