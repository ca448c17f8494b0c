import { Lock } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** A place that the role of the person does not open. */
export function NoPermission({ title, children }: { title: string; children: string }) {
  return (
    <div className="flex h-full items-center justify-center bg-panel">
      <EmptyState
        icon={<Lock />}
        titleAs="h1"
        title={title}
        action={
          <Button asChild variant="solid">
            <Link href="/queue">Back to the queue</Link>
          </Button>
        }
      >
        {children}
      </EmptyState>
    </div>
  );
}
