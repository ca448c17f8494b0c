import { ChevronsUp } from 'lucide-react';

/** Says that a segment counts for priority: in the accent, with a sign and the word. */
export function HighPriorityMark() {
  return (
    <span className="inline-flex h-[18px] shrink-0 items-center gap-0.5 rounded-sm border border-accent-line bg-accent-soft pr-1.5 pl-1 font-medium text-accent-ink text-xs">
      <ChevronsUp aria-hidden className="size-3" />
      High-priority
    </span>
  );
}
