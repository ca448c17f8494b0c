'use client';

import {
  Archive,
  ContactRound,
  Inbox,
  PanelLeftClose,
  PanelLeftOpen,
  Search,
  Settings,
} from 'lucide-react';
import Link from 'next/link';
import { PLAIN_VIEW } from '@/components/live/plain-view';
import { useQueueTotal } from '@/components/live/use-queue';
import { SavedViewList } from '@/components/saved-views/saved-view-list';
import { useOpenView } from '@/components/saved-views/use-open-view';
import { cn } from '@/components/ui/class-names';
import { useKept } from '@/components/ui/kept-state';
import { Logo } from '@/components/ui/logo';
import { Tooltip } from '@/components/ui/tooltip';
import type { PersonWire } from '@/lib/desk/wire';
import { keptRail } from './kept-rail';
import { PersonMenu } from './person-menu';
import { RailLink } from './rail-link';
import { railLineLook, railWordLook } from './rail-look';

/**
 * The places of the desk and its saved views: at the left of a wide screen, in words where there is
 * room for them, and the places alone along the bottom of a narrow one.
 */
export function Rail({
  me,
  waiting,
}: {
  me: PersonWire;
  /** How many waited when the page was made; shown until the count is live. */
  waiting: number;
}) {
  const liveWaiting = useQueueTotal(PLAIN_VIEW, true);
  const [{ words: inWords }, change] = useKept(keptRail, 'rail');
  const open = useOpenView();
  const Fold = inWords ? PanelLeftClose : PanelLeftOpen;
  const foldWord = inWords ? 'Fold the rail' : 'Unfold the rail';
  return (
    <nav
      aria-label="Places"
      className={cn(
        'flex h-14 shrink-0 items-stretch border-line border-t bg-canvas pb-[env(safe-area-inset-bottom)] md:h-full md:w-14 md:flex-col md:items-center md:gap-1 md:border-t-0 md:border-r md:py-3',
        inWords && 'wide:w-52 wide:items-stretch wide:gap-0.5 wide:px-2',
      )}
    >
      <Link
        href="/queue"
        aria-label="Frontrow"
        className={cn('mb-3 hidden rounded-lg md:block', inWords && 'wide:w-fit wide:ml-1.5')}
        tabIndex={-1}
      >
        <Logo />
      </Link>
      <RailLink
        href="/queue"
        label="Queue"
        icon={Inbox}
        count={liveWaiting ?? waiting}
        inWords={inWords}
        inside={open !== null}
      />
      <RailLink href="/search" label="Search" icon={Search} inWords={inWords} />
      <RailLink href="/contacts" label="Contacts" icon={ContactRound} inWords={inWords} />
      <RailLink href="/resolved" label="Resolved" icon={Archive} inWords={inWords} />
      {inWords && (
        <SavedViewList className="-mx-2 mt-3 hidden min-h-0 overflow-y-auto px-2 wide:block" />
      )}
      <div className="hidden md:mt-auto md:block" />
      <Tooltip label={foldWord} side="right">
        <button
          type="button"
          aria-expanded={inWords}
          onClick={() => change((now) => ({ words: !now.words }))}
          className={cn(railLineLook(inWords), 'hidden wide:flex')}
        >
          <Fold aria-hidden="true" className="size-[18px]" strokeWidth={1.75} />
          <span className={railWordLook(inWords)}>{foldWord}</span>
        </button>
      </Tooltip>
      {me.role !== 'agent' && (
        <RailLink
          href="/settings/general"
          under="/settings"
          label="Settings"
          icon={Settings}
          inWords={inWords}
        />
      )}
      <PersonMenu me={me} inWords={inWords} />
    </nav>
  );
}
