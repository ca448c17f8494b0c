import type { ReactNode } from 'react';
import { signedIn } from '@/app/signed-in';
import { QueueScreen } from '@/components/queue/queue-screen';
import { readQueue } from '@/lib/desk/reads/queue';

const FIRST = { filter: { status: 'new' }, order: 'priority', offset: 0, limit: 50 } as const;

export default async function QueueLayout({ children }: { children: ReactNode }) {
  const { desk, caller } = await signedIn();
  const first = readQueue({ desk, caller }, FIRST);
  const segmentCounts = Object.fromEntries(desk.memory.queue.segmentCounts(FIRST.filter));
  return <QueueScreen first={{ ...first, segmentCounts }}>{children}</QueueScreen>;
}
