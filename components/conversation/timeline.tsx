'use client';

import { Fragment, memo } from 'react';
import { useConversation } from '@/components/live/conversation-live';
import { byDay, useTimeZone } from '@/components/workspace/moments';
import type { MessageWire, TrailWire } from '@/lib/desk/wire';
import { MessageBubble } from './message-bubble';
import { NewLine } from './new-line';
import { inOrder, type PriorityChange } from './priority-change';
import { PriorityLine } from './priority-line';
import { TrailLine } from './trail-line';
import { usePriorityChanges } from './use-priority-changes';

/** What was said and done, day by day. It has no part in what is being written below it. */
export const Timeline = memo(function Timeline({
  foundId,
  newFrom,
}: {
  foundId: string | null;
  /** The message from which on all is new to the reader. */
  newFrom: string | null;
}) {
  const { messages, trail } = useConversation().detail;
  const changes = usePriorityChanges();
  const moments = inOrder(inOrder(messages, trail), changes);
  return <Days moments={moments} foundId={foundId} newFrom={newFrom} />;
});

/** Moments of the conversation, day by day; a message that was looked for is marked. */
export function Days({
  moments,
  foundId,
  newFrom = null,
}: {
  moments: readonly (MessageWire | TrailWire | PriorityChange)[];
  foundId: string | null;
  newFrom?: string | null;
}) {
  const { header, undelivered } = useConversation().detail;
  const timeZone = useTimeZone();
  return byDay(moments, timeZone).map((day) => (
    <ol key={day.name} className="flex flex-col gap-3" aria-label={day.name}>
      <DayLine name={day.name} />
      {day.moments.map((moment) =>
        'priority' in moment ? (
          <PriorityLine key={moment.id} change={moment} timeZone={timeZone} />
        ) : 'by' in moment ? (
          <TrailLine key={moment.id} line={moment} timeZone={timeZone} />
        ) : (
          <Fragment key={moment.id}>
            {moment.id === newFrom && <NewLine />}
            <MessageBubble
              message={moment}
              contactName={header.contact.name}
              timeZone={timeZone}
              found={moment.id === foundId}
              undelivered={undelivered.find(({ messageId }) => messageId === moment.id)}
            />
          </Fragment>
        ),
      )}
    </ol>
  ));
}

function DayLine({ name }: { name: string }) {
  return (
    <li
      aria-hidden="true"
      className="flex items-center gap-3 text-ink-faint text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line"
    >
      {name}
    </li>
  );
}
