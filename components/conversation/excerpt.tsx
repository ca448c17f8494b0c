'use client';

import { ArrowDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { failureMessage } from '@/components/live/call-api';
import { readMessagesAround } from '@/components/live/conversation-calls';
import { useConversation } from '@/components/live/conversation-live';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { ExcerptWire } from '@/lib/desk/wire';
import { inOrder } from './priority-change';
import { Days } from './timeline';

/**
 * The part of a long conversation around a message that was looked for. From there one reads on, a
 * part at a time, or goes to the newest messages, which stay live meanwhile.
 */
export function Excerpt({ messageId, onNewest }: { messageId: string; onNewest: () => void }) {
  const { header } = useConversation().detail;
  const [aroundId, setAroundId] = useState(messageId);
  const [excerpt, setExcerpt] = useState<ExcerptWire | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt asks the same again.
  useEffect(() => {
    const leaving = new AbortController();
    setFailure(null);
    readMessagesAround(header.conversationId, aroundId, leaving.signal).then(
      (read) => setExcerpt(read),
      (thrown) => leaving.signal.aborted || setFailure(failureMessage(thrown)),
    );
    return () => leaving.abort();
  }, [header.conversationId, aroundId, attempt]);

  useEffect(() => {
    if (!excerpt) return;
    const at = scroller.current?.querySelector(`[data-message="${CSS.escape(aroundId)}"]`);
    at?.scrollIntoView({ block: 'center' });
  }, [excerpt, aroundId]);

  const newest = (
    <Button variant="solid" size="sm" onClick={onNewest}>
      <ArrowDown aria-hidden="true" />
      Newest messages
    </Button>
  );
  if (failure !== null) {
    return (
      <EmptyState
        className="h-full"
        title="This message cannot be shown"
        action={
          <>
            <Button size="sm" onClick={() => setAttempt((before) => before + 1)}>
              Try again
            </Button>
            {newest}
          </>
        }
      >
        <span role="alert">{failure}</span>
      </EmptyState>
    );
  }
  const [first, last] = [excerpt?.messages[0], excerpt?.messages.at(-1)];
  return (
    <>
      <div
        ref={scroller}
        role="log"
        aria-label={`Earlier messages with ${header.contact.name}`}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable.
        tabIndex={0}
        className="flex h-full flex-col gap-3 overflow-y-auto overscroll-contain px-3 pt-5 pb-16 focus-visible:outline-offset-[-2px] sm:px-5"
      >
        {excerpt === null && <ExcerptSkeleton />}
        {excerpt?.hasEarlier && first && (
          <Button size="sm" className="self-center" onClick={() => setAroundId(first.id)}>
            Earlier
          </Button>
        )}
        {excerpt && <Days moments={inOrder(excerpt.messages, excerpt.trail)} foundId={messageId} />}
        {excerpt?.hasLater && last && (
          <Button size="sm" className="self-center" onClick={() => setAroundId(last.id)}>
            Later
          </Button>
        )}
      </div>
      <div className="absolute bottom-3 left-1/2 -translate-x-1/2 rounded-md shadow-overlay">
        {newest}
      </div>
    </>
  );
}

function ExcerptSkeleton() {
  return (
    <div role="status" aria-label="Loading messages" className="flex flex-col gap-3">
      <Skeleton className="h-14 w-3/5" />
      <Skeleton className="h-20 w-1/2 self-end" />
      <Skeleton className="h-14 w-2/5" />
    </div>
  );
}
