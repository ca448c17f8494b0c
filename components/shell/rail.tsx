'use client';

import { Archive, Inbox, Settings } from 'lucide-react';
import Link from 'next/link';
import { Logo } from '@/components/ui/logo';
import type { PersonWire } from '@/lib/desk/wire';
import { PersonMenu } from './person-menu';
import { RailLink } from './rail-link';
import { useWaitingCount } from './waiting-count';

/** The places of the desk: at the left of a wide screen, along the bottom of a narrow one. */
export function Rail({
  me,
  waiting,
}: {
  me: PersonWire;
  /** How many waited when the page was made; shown until the count is live. */
  waiting: number;
}) {
  const liveWaiting = useWaitingCount();
  return (
    <nav
      aria-label="Places"
      className="flex h-14 shrink-0 items-stretch border-line border-t bg-canvas pb-[env(safe-area-inset-bottom)] md:h-full md:w-14 md:flex-col md:items-center md:gap-1 md:border-t-0 md:border-r md:py-3"
    >
      <Link
        href="/queue"
        aria-label="Frontrow"
        className="mb-3 hidden rounded-lg md:block"
        tabIndex={-1}
      >
        <Logo />
      </Link>
      <RailLink href="/queue" label="Queue" icon={Inbox} count={liveWaiting ?? waiting} />
      <RailLink href="/resolved" label="Resolved" icon={Archive} />
      {me.role !== 'agent' && (
        <RailLink
          href="/settings/general"
          under="/settings"
          label="Settings"
          icon={Settings}
          className="md:mt-auto"
        />
      )}
      <PersonMenu me={me} className={me.role === 'agent' ? 'md:mt-auto' : undefined} />
    </nav>
  );
}
