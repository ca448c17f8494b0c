'use client';

import {
  AlarmClock,
  Archive,
  type LucideIcon,
  RotateCcw,
  SkipForward,
  Undo2,
  UserRound,
  UserRoundMinus,
  UserRoundPlus,
} from 'lucide-react';
import { useCatalogue } from '@/components/live/catalogue';
import { clockTime, exactMoment } from '@/components/workspace/moments';
import type { TrailKind, TrailWire } from '@/lib/desk/wire';
import { trailWords } from './trail-words';

const ICONS: Record<TrailKind, LucideIcon> = {
  claimed: UserRound,
  released: UserRoundMinus,
  skipped: SkipForward,
  assigned: UserRoundPlus,
  new: RotateCcw,
  pending: Archive,
  resolved: Archive,
  reopened: RotateCcw,
  forgotten: Archive,
  boomeranged: AlarmClock,
  cameBack: AlarmClock,
  undone: Undo2,
};

/** What was done to the conversation between its messages: 'Ada put it away, back 14:05 · “The warehouse calls back” · 13:05'. */
export function TrailLine({ line, timeZone }: { line: TrailWire; timeZone: string }) {
  const { me } = useCatalogue();
  const Icon = ICONS[line.kind];
  return (
    <li className="flex items-start justify-center gap-1.5 px-4 text-ink-muted text-xs">
      <Icon aria-hidden="true" className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0 tabular-nums [overflow-wrap:anywhere]">
        <span dir="auto">{trailWords(line, me.id, timeZone)}</span>
        {line.note && (
          <>
            {' · '}
            <span dir="auto" className="text-ink">
              “{line.note}”
            </span>
          </>
        )}{' '}
        ·{' '}
        <time dateTime={line.at} title={exactMoment(line.at, timeZone)}>
          {clockTime(line.at, timeZone)}
        </time>
      </span>
    </li>
  );
}
