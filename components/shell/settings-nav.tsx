'use client';

import {
  Building2,
  KeyRound,
  ListOrdered,
  type LucideIcon,
  MessageSquareText,
  RadioTower,
  Shapes,
  TableProperties,
  Users,
} from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { cn } from '@/components/ui/class-names';
import type { Role } from '@/lib/desk/facts';

type Place = { path: string; label: string; icon: LucideIcon; adminOnly?: true };

const SECTIONS: readonly { name: string; places: readonly Place[] }[] = [
  {
    name: 'Workspace',
    places: [
      { path: '/settings/general', label: 'General', icon: Building2 },
      { path: '/settings/people', label: 'People', icon: Users },
      { path: '/settings/channels', label: 'Channels', icon: RadioTower },
      { path: '/settings/tokens', label: 'API tokens', icon: KeyRound, adminOnly: true },
    ],
  },
  {
    name: 'Contacts',
    places: [{ path: '/settings/attributes', label: 'Contact attributes', icon: TableProperties }],
  },
  {
    name: 'Conversations',
    places: [
      { path: '/settings/canned-replies', label: 'Canned replies', icon: MessageSquareText },
    ],
  },
  {
    name: 'Routing & Automations',
    places: [
      { path: '/settings/segments', label: 'Customer Segments', icon: Shapes },
      { path: '/settings/prioritization', label: 'Prioritization', icon: ListOrdered },
    ],
  },
];

function PlaceLink({ place }: { place: Place }) {
  const pathname = usePathname();
  const current = pathname === place.path || pathname.startsWith(`${place.path}/`);
  const link = useRef<HTMLAnchorElement>(null);
  const Icon = place.icon;

  useEffect(() => {
    if (current) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);

  return (
    <Link
      ref={link}
      href={place.path}
      aria-current={current ? 'page' : undefined}
      className={cn(
        'flex h-8 scroll-mx-3 items-center gap-2 whitespace-nowrap rounded-md px-2 text-ink-muted transition-colors hover:bg-selected hover:text-ink focus-visible:-outline-offset-2',
        current && 'bg-selected font-medium text-ink',
      )}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.75} />
      {place.label}
    </Link>
  );
}

/** The pages of the settings that a role may open: a column on wide screens, a strip on narrow ones. */
export function SettingsNav({ role }: { role: Role }) {
  return (
    <nav
      aria-label="Settings"
      className="flex shrink-0 gap-1 overflow-x-auto border-line border-b bg-panel px-3 py-2 md:w-60 md:flex-col md:gap-5 md:overflow-y-auto md:border-r md:border-b-0 md:px-3 md:py-5"
    >
      <p className="hidden px-2 font-semibold text-base md:block">Settings</p>
      {SECTIONS.map((section) => (
        <section key={section.name} aria-label={section.name} className="contents md:block">
          <p className="mb-1 hidden px-2 font-medium text-ink-faint text-xs md:block">
            {section.name}
          </p>
          <ul className="flex gap-1 md:flex-col md:gap-px">
            {section.places
              .filter((place) => !place.adminOnly || role === 'admin')
              .map((place) => (
                <li key={place.path}>
                  <PlaceLink place={place} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      {role === 'supervisor' && (
        <p className="mt-auto hidden px-2 text-ink-muted text-xs md:block">
          You can read these settings, and change canned replies. An admin changes the rest.
        </p>
      )}
    </nav>
  );
}
