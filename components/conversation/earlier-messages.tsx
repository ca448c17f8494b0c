'use client';

import { useState } from 'react';
import { failureMessage } from '@/components/live/call-api';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { clockTime, dayName, useTimeZone } from '@/components/workspace/moments';
import { readEarlierMessages } from './conversation-calls';
import { useConversation } from './conversation-live';

/** Loads the messages before the first one shown; says when the conversation began once all are. */
export function EarlierMessages() {
  const { detail, prepend } = useConversation();
  const { channels } = useCatalogue();
  const timeZone = useTimeZone();
  const [busy, setBusy] = useState(false);
  const { header, messages, messageTotal } = detail;
  const [first] = messages;

  async function load(before: string) {
    setBusy(true);
    try {
      prepend(await readEarlierMessages(header.conversationId, before));
    } catch (thrown) {
      toast.error(failureMessage(thrown));
    } finally {
      setBusy(false);
    }
  }

  if (first && messages.length < messageTotal) {
    return (
      <div aria-live="off" className="flex justify-center">
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
