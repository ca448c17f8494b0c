'use client';

import { ChevronDown } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import { Menu, MenuChoice, MenuChoices, MenuContent, MenuTrigger } from '@/components/ui/menu';
import type { SegmentMatch } from '@/lib/ranking/filter';
import { chipLook } from './segment-chip';

const WORDS: readonly { match: SegmentMatch; does: string }[] = [
  { match: 'any', does: 'At least one of the chosen segments' },
  { match: 'all', does: 'Every one of the chosen segments' },
  { match: 'none', does: 'Not one of the chosen segments' },
];

/** How the chosen segments combine; stands before them. */
export function MatchMenu({
  match,
  onMatch,
}: {
  match: SegmentMatch;
  onMatch: (match: SegmentMatch) => void;
}) {
  return (
    <Menu>
      <MenuTrigger
        data-fits
        aria-label={`Matches ${match} of the chosen segments`}
        className={cn(
          chipLook,
          'rounded-md border-transparent bg-selected pr-1 text-ink hover:border-line-strong data-[state=open]:border-line-strong',
        )}
      >
        {match}
        <ChevronDown aria-hidden="true" className="size-3 text-ink-muted" />
      </MenuTrigger>
      <MenuContent align="start">
        <MenuChoices value={match}>
          {WORDS.map(({ match: choice, does }) => (
            <MenuChoice key={choice} value={choice} onSelect={() => onMatch(choice)}>
              <span className="w-9 font-medium">{choice}</span>
              <span className="text-ink-muted text-xs">{does}</span>
            </MenuChoice>
          ))}
        </MenuChoices>
      </MenuContent>
    </Menu>
  );
}
