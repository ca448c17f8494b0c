'use client';

import { MessageCircleOff } from 'lucide-react';
import { useEffect } from 'react';
import { letReplyGo } from '@/components/live/reply-focus';
import { EmptyState } from '@/components/ui/empty-state';
import { QueueLink } from './queue-link';

/** An address that names no conversation. */
export function ConversationMissing() {
  useEffect(letReplyGo, []);
  return (
    <div className="flex h-full min-w-0 flex-1 items-center justify-center bg-canvas">
      <EmptyState
        icon={<MessageCircleOff />}
        title="There is no such conversation"
        action={<QueueLink />}
      >
        The link may be cut short, or lead to another desk.
      </EmptyState>
    </div>
  );
}
