'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { failureMessage } from '@/components/live/call-api';
import { useCatalogue } from '@/components/live/catalogue';
import { readEarlierMessages } from '@/components/live/conversation-calls';
import { useConversation } from '@/components/live/conversation-live';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { clockTime, dayName, useTimeZone } from '@/components/workspace/moments';

/** How far below the edge the first message shown is when those before it are fetched. */
const AHEAD_PX = 800;

/**
 * Loads the messages before the first one shown, as somebody scrolls towards it; says when the
 * conversation began once all are. After a failure only the button tries again.
 */
export function EarlierMessages() {
  const { detail, prepend } = useConversation();
  const { channels } = useCatalogue();
  const timeZone = useTimeZone();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const edge = useRef<HTMLDivElement>(null);
  const { header, messages, messageTotal } = detail;
  const [first] = messages;

  async function load(before: string) {
    setBusy(true);
    setFailed(false);
    try {
      prepend(await readEarlierMessages(header.conversationId, before));
    } catch (thrown) {
      setFailed(true);
      toast.error(failureMessage(thrown));
    } finally {
      setBusy(false);
    }
  }

  const onNear = useEffectEvent(() => {
    if (first && !busy && !failed) void load(first.id);
  });

  // Those that have come move the edge away: it is looked for again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first message is where the edge is.
  useEffect(() => {
    if (!edge.current) return;
    const root = edge.current.closest('[role=log]');
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) onNear();
      },
      { root, rootMargin: `${AHEAD_PX}px 0px 0px` },
    );
    watch.observe(edge.current);
    return () => watch.disconnect();
  }, [first?.id]);

  if (first && messages.length < messageTotal) {
    return (
      <div ref={edge} aria-live="off" className="flex justify-center">
        <Button size="sm" busy={busy} onClick={() => void load(first.id)}>
          Load earlier messages
        </Button>
      </div>
    );
  }
  const channel = channels.find(({ key }) => key === header.channel)?.label ?? header.channel;
  return (
    <p className="text-center text-ink-muted text-xs">
      Opened on {channel} · {dayName(header.openedAt, timeZone)},{' '}
      <span className="tabular-nums">{clockTime(header.openedAt, timeZone)}</span>
    </p>
  );
}
