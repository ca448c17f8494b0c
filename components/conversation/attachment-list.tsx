'use client';

import { FileText } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/components/ui/class-names';
import type { Attachment } from '@/lib/desk/facts';
import { fileSize } from './file-size';

/** The files of a message: images in a box of one size, so that nothing moves as they come, and others by name. */
export function AttachmentList({ attachments }: { attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null;
  return (
    <ul aria-label="Attachments" className="my-1 flex flex-wrap gap-1.5">
      {attachments.map((attachment) => (
        <li key={attachment.id} className="min-w-0 max-w-full">
          {attachment.type.startsWith('image/') ? (
            <Picture attachment={attachment} />
          ) : (
            <File attachment={attachment} />
          )}
        </li>
      ))}
    </ul>
  );
}

export const attachmentPath = ({ id }: Attachment) => `/api/v1/attachments/${id}`;

const edge = 'rounded-md border border-current/20 hover:border-current/50';

function Picture({ attachment }: { attachment: Attachment }) {
  const [broken, setBroken] = useState(false);
  if (broken) return <File attachment={attachment} />;
  const { name } = attachment;
  return (
    <a
      href={attachmentPath(attachment)}
      target="_blank"
      rel="noopener noreferrer"
      title={name}
      className={cn('block h-36 w-48 max-w-full overflow-hidden bg-canvas', edge)}
    >
      {/* biome-ignore lint/performance/noImgElement: Next would fetch, and keep, what only who is signed in may see. */}
      <img
        src={attachmentPath(attachment)}
        alt={name}
        loading="lazy"
        className="size-full object-cover"
        onError={() => setBroken(true)}
      />
    </a>
  );
}

function File({ attachment }: { attachment: Attachment }) {
  const { name, bytes } = attachment;
  return (
    <a
      href={attachmentPath(attachment)}
      download={name}
      title={name}
      className={cn('flex max-w-64 items-center gap-2 px-2.5 py-1.5', edge)}
    >
      <FileText aria-hidden="true" className="size-4 shrink-0 opacity-75" />
      <bdi className="min-w-0 truncate">{name}</bdi>
      <span className="shrink-0 text-xs tabular-nums opacity-75">{fileSize(bytes)}</span>
    </a>
  );
}
