'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { Button } from '@/components/ui/button';

/** The way out of the pane: back to the queue, its filter as it was. */
export function QueueLink() {
  const query = useSearchParams().toString();
  return (
    <Button asChild>
      <Link href={query === '' ? '/queue' : `/queue?${query}`}>Back to the queue</Link>
    </Button>
  );
}
