import { initials } from '@/components/ui/avatar';
import { cn } from '@/components/ui/class-names';
import type { PersonPresent } from '@/lib/realtime/protocol';
import type { Doing } from './presence-words';

/**
 * Colleagues as small faces, the first `most` and how many more; not to be taken for an owner.
 * Decoration: say their names beside it. The pointer finds them, too.
 */
export function Onlookers({
  people,
  most,
  doing,
  className,
}: {
  people: readonly PersonPresent[];
  most: number;
  doing: Doing;
  className?: string;
}) {
  const more = people.length - most;
  const names = people.map(({ name }) => name).join(', ');
  return (
    <span
      aria-hidden="true"
      title={`${names} ${people.length === 1 ? 'is' : 'are'} ${doing}`}
      className={cn('flex shrink-0 items-center gap-px', className)}
    >
      {people.slice(0, most).map(({ id, name }) => (
        <span
          key={id}
          className="fade-in flex size-[17px] animate-in items-center justify-center rounded-full bg-panel font-semibold text-[0.53125rem] text-ink-muted leading-none ring-1 ring-line-strong ring-inset"
        >
          {initials(name)}
        </span>
      ))}
      {more > 0 && (
        <span className="pl-px text-[0.625rem] text-ink-muted tabular-nums leading-4">+{more}</span>
      )}
    </span>
  );
}
