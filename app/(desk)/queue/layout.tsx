import type { ReactNode } from 'react';
import { signedIn } from '@/app/signed-in';
import { PLAIN_VIEW } from '@/components/live/plain-view';
import { PAGE_SIZE } from '@/components/live/queue-pages';
import { QueueScreen } from '@/components/queue/queue-screen';
import { readQueue } from '@/lib/desk/reads/queue';

const FIRST = { ...PLAIN_VIEW, offset: 0, limit: PAGE_SIZE };

export default async function QueueLayout({ children }: { children: ReactNode }) {
  const { desk, caller } = await signedIn();
  const first = readQueue({ desk, caller }, FIRST);
  const segmentCounts = Object.fromEntries(desk.memory.queue.segmentCounts(FIRST.filter));
  return <QueueScreen first={{ ...first, segmentCounts }}>{children}</QueueScreen>;
}
