'use client';

import { CloudAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { startTransition, useEffect } from 'react';
import { letReplyGo } from '@/components/live/reply-focus';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { QueueLink } from './queue-link';

/** The conversation could not be shown; the queue beside it goes on. */
export function ConversationFailed({ retry }: { retry: () => void }) {
  const router = useRouter();
  useEffect(letReplyGo, []);
  function again() {
    startTransition(() => {
      router.refresh();
      retry();
    });
  }
  return (
    <div role="alert" className="flex h-full min-w-0 flex-1 items-center justify-center bg-canvas">
      <EmptyState
        icon={<CloudAlert />}
        title="This conversation could not be shown"
        action={
          <>
            <Button variant="solid" onClick={again}>
              Try again
            </Button>
            <QueueLink />
          </>
        }
      >
        What was saved is safe, and so is what you have written here.
      </EmptyState>
    </div>
  );
}
