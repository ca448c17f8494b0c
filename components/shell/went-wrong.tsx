'use client';

import { CloudAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Something failed that nobody foresaw: what is safe, and two ways out. */
export function WentWrong({ digest, onRetry }: { digest?: string; onRetry: () => void }) {
  return (
    <div role="alert" className="flex h-full min-h-80 items-center justify-center bg-panel">
      <EmptyState
        icon={<CloudAlert />}
        titleAs="h1"
        title="This page could not be shown"
        action={
          <>
            <Button variant="solid" onClick={onRetry}>
              Try again
            </Button>
            <Button asChild>
              {/* A full load, since the running page is what failed. */}
              <a href="/queue">Go to the queue</a>
            </Button>
          </>
        }
      >
        <p>What was saved is safe. Trying again often helps.</p>
        {digest && (
          <p className="mt-2 text-ink-faint text-xs">
            For whoever looks into it: <code className="font-mono">{digest}</code>
          </p>
        )}
      </EmptyState>
    </div>
  );
}
