import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';
import type { MessageKind } from '@/lib/desk/facts';

const LOOK: Record<MessageKind, string> = {
  customer: 'self-start border-line bg-panel text-ink',
  reply: 'self-end border-transparent bg-solid text-on-solid',
  note: 'self-end border-accent-line bg-accent-soft text-ink',
};

/** One message: the customer's on the left, ours on the right. The text is text, line breaks and all. */
export function Bubble({
  kind,
  said,
  text,
  files,
  footer,
  id,
  found = false,
}: {
  kind: MessageKind;
  /** Who says it, for those who do not see where it stands. */
  said: string;
  /** Null where there are files alone. */
  text: ReactNode;
  files?: ReactNode;
  footer: ReactNode;
  /** Of the message, once it is kept. */
  id?: string;
  /** It is the one that was looked for. */
  found?: boolean;
}) {
  return (
    <li
      data-message={id}
      aria-current={found || undefined}
      className={cn(
        'flex max-w-[min(88%,27rem)] flex-col gap-1 rounded-lg border px-3 py-2 xl:max-w-[min(70%,34rem)]',
        // Ten thousand of them stay quick: what is out of sight is not laid out, and keeps its size.
        '[contain-intrinsic-size:auto_4rem] [content-visibility:auto]',
        LOOK[kind],
        found && 'ring-2 ring-focus ring-offset-2 ring-offset-canvas',
      )}
    >
      <span className="sr-only">{said}</span>
      {text !== null && (
        <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          {text}
        </p>
      )}
      {files}
      <p
        className={cn(
          'flex flex-wrap items-center gap-x-1 text-xs tabular-nums',
          kind === 'reply' ? 'text-on-solid/75' : 'text-ink-muted',
        )}
      >
        {footer}
      </p>
    </li>
  );
}
