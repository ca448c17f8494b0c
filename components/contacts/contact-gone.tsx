import { UserRoundX } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** The address names nobody, or somebody who was forgotten, maybe while this was open. */
export function ContactGone() {
  return (
    <div className="flex h-full items-center justify-center bg-panel">
      <EmptyState
        icon={<UserRoundX />}
        titleAs="h1"
        title="There is no such contact"
        action={
          <Button asChild variant="solid">
            <Link href="/contacts">All contacts</Link>
          </Button>
        }
      >
        They may have been forgotten on request: then nothing of them is left.
      </EmptyState>
    </div>
  );
}
