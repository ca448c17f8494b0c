'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';
import { deskSocket } from '@/components/live/socket';
import { unreadOfMine } from '@/components/live/use-unread';
import { noticeOfArrivals, noticeOfUnread } from './notice';
import { keepMarks } from './page-marks';
import { awaitGesture } from './sound';
import { tell } from './tell';

const subscribe = (listener: () => void) => unreadOfMine.subscribe(null, listener);

/** How many conversations that are one's own, or call one, are unread. */
function countOfMine(): number {
  return unreadOfMine
    .all()
    .filter(({ owned, mentioned, assigned }) => owned || mentioned || assigned).length;
}

/** Counts in the page's title and on its icon what is unread, and tells what one wants to hear of. Shows nothing itself. */
export function NoticeWatch() {
  const router = useRouter();
  const count = useSyncExternalStore(subscribe, countOfMine, () => 0);
  useEffect(() => keepMarks(count), [count]);
  useEffect(awaitGesture, []);

  useEffect(() => {
    const open = (href: string) => router.push(href);
    const socket = deskSocket();
    const watch = () => void socket.emit('arrival:watch', {}, () => undefined);
    const came = (message: Parameters<typeof noticeOfArrivals>[0]) => {
      const notice = noticeOfArrivals(message);
      if (notice) void tell(notice, open);
    };
    socket.on('connect', watch);
    socket.on('arrival:came', came);
    if (socket.connected) watch();
    const stop = unreadOfMine.onTold((message) => {
      const notice = noticeOfUnread(message);
      if (notice) void tell(notice, open);
    });
    return () => {
      socket.off('connect', watch);
      socket.off('arrival:came', came);
      stop();
    };
  }, [router]);
  return null;
}
