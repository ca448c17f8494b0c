'use client';

import { memo } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { clockTime, exactMoment } from '@/components/workspace/moments';
import type { MessageWire, UndeliveredWire } from '@/lib/desk/wire';
import { AttachmentList } from './attachment-list';
import { Bubble } from './bubble';
import { MentionText } from './mention-text';
import { UndeliveredMark } from './undelivered-mark';

/** A message of the conversation, with its author and its time. */
export const MessageBubble = memo(function MessageBubble({
  message,
  contactName,
  timeZone,
  found,
  undelivered,
}: {
  message: MessageWire;
  contactName: string;
  timeZone: string;
  /** It was looked for, and the conversation was opened at it. */
  found: boolean;
  /** It has not arrived. */
  undelivered?: UndeliveredWire;
}) {
  const { me } = useCatalogue();
  const { kind, author, text, mentions, attachments, at } = message;
  const ours = author?.id === me.id ? 'You' : (author?.name ?? 'Your team');
  const name = kind === 'customer' ? contactName : ours;
  return (
    <Bubble
      kind={kind}
      id={message.id}
      found={found}
      said={kind === 'note' ? `Note by ${name}:` : `${name}:`}
      text={text === '' ? null : <MentionText text={text} mentions={mentions} myId={me.id} />}
      files={<AttachmentList attachments={attachments} />}
      footer={
        <>
          {kind !== 'customer' && (
            <span dir="auto" className="max-w-48 truncate">
              {name}
            </span>
          )}
          {kind === 'note' && <span>· Note · only your team sees this</span>}
          <span>
            {kind !== 'customer' && '· '}
            <time dateTime={at} title={exactMoment(at, timeZone)}>
              {clockTime(at, timeZone)}
            </time>
          </span>
          {undelivered && <UndeliveredMark undelivered={undelivered} />}
        </>
      }
    />
  );
});
