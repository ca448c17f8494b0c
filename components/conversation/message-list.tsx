'use client';

import { ArrowDown } from 'lucide-react';
import { useEffect } from 'react';
import { useConversation } from '@/components/live/conversation-live';
import { Button } from '@/components/ui/button';
import { EarlierMessages } from './earlier-messages';
import { Excerpt } from './excerpt';
import { Timeline } from './timeline';
import { UnsentBubble } from './unsent-bubble';
import { useBottomAnchor } from './use-bottom-anchor';
import { useFoundMessage } from './use-found-message';
import type { Outbox } from './use-outbox';
import { useSeen } from './use-seen';

/** What was said, oldest first, with what is on its way below it. */
export function MessageList({
  outbox,
  onEdit,
}: {
  outbox: Outbox;
  onEdit: (unsent: Outbox['unsent'][number]) => void;
}) {
  const { messages, header } = useConversation().detail;
  const { scroller, content, unseen, onScroll, toBottom } = useBottomAnchor(
    messages.at(-1)?.id ?? null,
  );
  const { foundId, isElsewhere, leave } = useFoundMessage(scroller);
  // What was found further up is not the newest.
  const newFrom = useSeen(!unseen && !isElsewhere);
  const lastUnsent = outbox.unsent.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: to the bottom when one is sent, only then.
  useEffect(() => {
    if (!lastUnsent) return;
    leave();
    toBottom();
  }, [lastUnsent]);

  if (isElsewhere && foundId !== null) {
    return (
      <div className="relative min-h-0 flex-1">
        <Excerpt key={foundId} messageId={foundId} onNewest={leave} />
      </div>
    );
  }

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        onScroll={onScroll}
        role="log"
        aria-label={`Messages with ${header.contact.name}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable.
        tabIndex={0}
        className="flex h-full flex-col-reverse overflow-y-auto overscroll-contain px-3 focus-visible:outline-offset-[-2px] sm:px-5 [overflow-anchor:none]"
      >
        <div ref={content} className="mb-auto flex flex-col gap-3 py-5">
          <EarlierMessages />
          <Timeline foundId={foundId} newFrom={newFrom} />
          {outbox.unsent.length > 0 && (
            <ol className="flex flex-col gap-3" aria-label="Not sent yet">
              {outbox.unsent.map((unsent) => (
                <UnsentBubble
                  key={unsent.id}
                  unsent={unsent}
                  onRetry={() => outbox.retry(unsent)}
                  onEdit={() => onEdit(unsent)}
                />
              ))}
            </ol>
          )}
        </div>
      </div>
      {unseen && (
        <Button
          variant="solid"
          size="sm"
          className="absolute bottom-3 left-1/2 -translate-x-1/2 rounded-full px-3 shadow-overlay"
          onClick={toBottom}
        >
          <ArrowDown aria-hidden="true" />
          New message
        </Button>
      )}
    </div>
  );
}
