import Link from 'next/link';
import { cn } from '@/components/ui/class-names';
import type { AttributeDependents } from '@/lib/desk/wire-attributes';

export type Dependent = { href: string; kind: string; name: string };

/** What names an attribute, as lines that lead there. */
export function dependentsOf(users: Omit<AttributeDependents, 'contacts'>): Dependent[] {
  return [
    ...users.segments.map(({ id, name }) => ({
      href: `/settings/segments/${id}`,
      kind: 'Segment',
      name,
    })),
    ...users.cannedReplies.map(({ title }) => ({
      href: '/settings/canned-replies',
      kind: 'Canned reply',
      name: title,
    })),
    ...users.mappings.map(({ channel, label }) => ({
      href: `/settings/channels/${channel}`,
      kind: 'Webhook mapping',
      name: label,
    })),
    ...users.messengers.map(({ channel, label }) => ({
      href: `/settings/channels/${channel}`,
      kind: 'Asked by messenger',
      name: label,
    })),
    ...(users.crm ? [{ href: '/settings/crm', kind: 'Connection', name: 'CRM' }] : []),
  ];
}

/** What depends on an attribute, by name. */
export function DependentList({
  dependents,
  className,
}: {
  dependents: readonly Dependent[];
  className?: string;
}) {
  return (
    <ul
      aria-label="What depends on it"
      className={cn(
        'max-h-48 divide-y divide-line-strong overflow-y-auto rounded-md border border-line-strong',
        className,
      )}
    >
      {dependents.map(({ href, kind, name }) => (
        <li key={`${kind} ${href} ${name}`}>
          <Link
            href={href}
            className="flex min-h-8 items-center gap-3 px-3 py-1.5 text-ink text-sm hover:bg-hover"
          >
            <span dir="auto" className="min-w-0 flex-1 truncate">
              {name}
            </span>
            <span className="shrink-0 text-ink-muted text-xs">{kind}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
