'use client';

import { UserRoundX } from 'lucide-react';
import { useEffect } from 'react';
import { letReplyGo } from '@/components/live/reply-focus';
import { EmptyState } from '@/components/ui/empty-state';
import { QueueLink } from './queue-link';

/** The conversation was deleted while it was open. */
export function ConversationGone() {
  useEffect(letReplyGo, []);
  return (
    <div role="status" className="flex h-full min-w-0 flex-1 items-center justify-center bg-canvas">
      <EmptyState
        icon={<UserRoundX />}
        titleAs="h2"
        title="This contact was forgotten"
        action={<QueueLink />}
      >
        An admin has deleted everything that belonged to them, this conversation too.
      </EmptyState>
    </div>
  );
}
