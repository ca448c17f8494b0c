import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** An address at which there is nothing. */
export function NotHere() {
  return (
    <div className="flex h-full items-center justify-center bg-panel">
      <EmptyState
        icon={<SearchX />}
        titleAs="h1"
        title="There is nothing at this address"
        action={
          <Button asChild variant="solid">
            <Link href="/queue">Go to the queue</Link>
          </Button>
        }
      >
        The link may be old, or what it named was deleted.
      </EmptyState>
    </div>
  );
}
