'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { Button } from '@/components/ui/button';

/** Leads back to the queue where only one of the two fits the screen; the filter stays as it was. */
export function BackToQueue() {
  const query = useSearchParams().toString();
  return (
    <Button asChild variant="ghost" size="icon" className="-ml-1.5 md:hidden">
      <Link href={query === '' ? '/queue' : `/queue?${query}`} aria-label="Back to the queue">
        <ArrowLeft aria-hidden="true" />
      </Link>
    </Button>
  );
}
