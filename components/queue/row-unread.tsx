'use client';

import type { ReactNode } from 'react';
import { useUnread } from '@/components/live/use-unread';
import { cn } from '@/components/ui/class-names';
import { unreadWords } from './unread-words';

const MOST_SHOWN = 99;

/** How much one has not looked at, at a corner of the avatar: it takes no room of its own. */
export function RowUnread({ conversationId }: { conversationId: string }) {
  const unread = useUnread(conversationId);
  if (!unread) return null;
  const { messages, mentioned } = unread;
  const count = messages > MOST_SHOWN ? `${MOST_SHOWN}+` : `${messages || ''}`;
  return (
    <span
      aria-hidden="true"
      title={unreadWords(unread)}
      className="absolute -top-1.5 -right-1.5 flex h-[18px] min-w-[18px] items-center justify-center rounded-full border-2 border-panel bg-solid px-[3px] font-semibold text-[10px] text-on-solid tabular-nums leading-none"
    >
      {mentioned ? '@' : count}
    </span>
  );
}

/** A name on a row, bolder while one has not looked, and in words what for. */
export function UnreadName({
  conversationId,
  children,
}: {
  conversationId: string;
  children: ReactNode;
}) {
  const unread = useUnread(conversationId);
  return (
    <>
      <span dir="auto" className={cn('truncate', unread ? 'font-bold' : 'font-semibold')}>
        {children}
      </span>
      {unread && <span className="sr-only">, {unreadWords(unread)}, </span>}
    </>
  );
}
