import type { Metadata } from 'next';
import { NothingOpen } from '@/components/queue/nothing-open';

export const metadata: Metadata = { title: 'Queue' };

export default function QueuePage() {
  return <NothingOpen />;
}
