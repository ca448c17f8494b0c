'use client';

import { useCatalogue } from '@/components/live/catalogue';
import { useConversation } from '@/components/live/conversation-live';
import { WaitingTime } from '@/components/queue/waiting-time';
import { ReturnTime } from '@/components/workspace/return-time';
import { statusWords } from './status-words';

/** 'Website · New · waiting 9:42'. */
export function ConversationState() {
  const { header } = useConversation().detail;
  const { channels } = useCatalogue();
  const channel = channels.find(({ key }) => key === header.channel)?.label ?? header.channel;
  return (
    <p className="min-w-0 text-ink-muted">
      {channel} · {statusWords[header.status]}
      {header.returnsAt && (
        <>
          {' · '}
          <ReturnTime at={header.returnsAt} />
        </>
      )}
      {header.waitingSince && !header.returnsAt && (
        <>
          {' · '}
          <span className="whitespace-nowrap">
            waiting <WaitingTime since={header.waitingSince} />
          </span>
        </>
      )}
    </p>
  );
}
