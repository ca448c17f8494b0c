'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { cn } from '@/components/ui/class-names';
import type { Role } from '@/lib/desk/facts';
import { type SettingsPlace, settingsSections } from './settings-places';

function PlaceLink({ place }: { place: SettingsPlace }) {
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
      {settingsSections(role).map((section) => (
        <section key={section.name} aria-label={section.name} className="contents md:block">
          <p className="mb-1 hidden px-2 font-medium text-ink-faint text-xs md:block">
            {section.name}
          </p>
          <ul className="flex gap-1 md:flex-col md:gap-px">
            {section.places.map((place) => (
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
