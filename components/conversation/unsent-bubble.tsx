'use client';

import { CircleAlert } from 'lucide-react';
import { useCatalogue } from '@/components/live/catalogue';
import { AttachmentList } from './attachment-list';
import { Bubble } from './bubble';
import { MentionText } from './mention-text';
import type { Unsent } from './unsent';

/** A message on its way, or one that did not get there: then it can be sent again or taken back. */
export function UnsentBubble({
  unsent,
  onRetry,
  onEdit,
}: {
  unsent: Unsent;
  onRetry: () => void;
  onEdit: () => void;
}) {
  const { me } = useCatalogue();
  const { kind, text, mentions, attachments, problem } = unsent;
  return (
    <Bubble
      kind={kind}
      said={kind === 'note' ? 'Your note:' : 'You:'}
      text={text === '' ? null : <MentionText text={text} mentions={mentions} myId={me.id} />}
      files={<AttachmentList attachments={attachments} />}
      footer={
        problem === null ? (
          `${kind === 'note' ? 'Note · ' : ''}sending…`
        ) : (
          <span role="alert" className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="flex items-center gap-1 font-medium">
              <CircleAlert aria-hidden="true" className="size-3.5" />
              {kind === 'note' ? 'Note not sent.' : 'Not sent.'} {problem}
            </span>
            <button type="button" className="font-semibold underline" onClick={onRetry}>
              Retry
            </button>
            <button type="button" className="font-semibold underline" onClick={onEdit}>
              Edit
            </button>
          </span>
        )
      }
    />
  );
}
