'use client';

import { useConversation } from '@/components/live/conversation-live';
import { cn } from '@/components/ui/class-names';
import type { Reason } from '@/lib/desk/wire';
import { ReasonPopover } from './reason-popover';
import type { ShownChip } from './shown-chips';
import { useShownChips } from './use-shown-chips';

/** From so many on they may not fit: then the keyboard can scroll them. */
const MANY = 12;

/** All segments the contact matches, the high-priority ones first and filled; none is hidden. */
export function SegmentChips() {
  const { header, segments } = useConversation().detail;
  const chips = useShownChips(segments);
  const reasons = new Map(header.reasons.map((reason) => [reason.segmentId, reason]));
  if (chips.length === 0) return <p className="text-ink-faint text-xs">Matches no segment</p>;
  return (
    <>
      <ul
        aria-label="Segments"
        tabIndex={chips.length > MANY ? 0 : undefined}
        className="-m-1 flex max-h-[22dvh] flex-wrap gap-1.5 overflow-y-auto overscroll-contain p-1"
      >
        {chips.map((chip) => (
          <li key={chip.id} className="flex min-w-0 max-w-full">
            <Chip chip={chip} reason={reasons.get(chip.id)} />
          </li>
        ))}
      </ul>
      <p aria-live="polite" className="sr-only">
        {chips.flatMap(({ name, state }) => (state === 'here' ? [] : `${name} ${state}. `))}
      </p>
    </>
  );
}

function Chip({ chip, reason }: { chip: ShownChip; reason: Reason | undefined }) {
  const { name, highPriority, state } = chip;
  const look = cn(
    'inline-flex h-[22px] min-w-0 items-center gap-1 rounded-[5px] border px-1.5 text-xs transition-[box-shadow,background-color,opacity] duration-200',
    highPriority
      ? 'border-accent-line bg-accent-soft font-medium text-accent-ink'
      : 'border-line-strong bg-panel text-ink-muted',
    state === 'arrived' &&
      (highPriority ? 'ring-2 ring-accent' : 'bg-selected ring-2 ring-ink-faint'),
    state === 'left' && 'line-through opacity-60',
  );
  const words = (
    <>
      {highPriority && <span className="sr-only">High priority: </span>}
      <span dir="auto" className="truncate">
        {name}
      </span>
      {state === 'arrived' && (
        <span className="hidden font-semibold motion-reduce:inline">new</span>
      )}
      {state === 'left' && <span className="hidden font-semibold motion-reduce:inline">left</span>}
    </>
  );
  if (!reason || state === 'left') return <span className={look}>{words}</span>;
  return (
    <ReasonPopover reason={reason} className={look}>
      {words}
    </ReasonPopover>
  );
}
