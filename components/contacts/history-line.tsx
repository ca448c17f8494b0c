'use client';

import {
  type LucideIcon,
  MessageCircle,
  PencilLine,
  Reply,
  Route,
  Sparkles,
  StickyNote,
  UserRoundPlus,
} from 'lucide-react';
import Link from 'next/link';
import { sourceWords } from '@/components/contact/source-words';
import { useCatalogue } from '@/components/live/catalogue';
import { clockTime, exactMoment } from '@/components/workspace/moments';
import type { Attributes } from '@/lib/attributes/attribute';
import type { HistoryLine, ValueChangeWire } from '@/lib/desk/wire-contacts';
import { changedText, historyWords } from './history-words';

const ICONS: Record<HistoryLine['kind'], LucideIcon> = {
  created: UserRoundPlus,
  values: PencilLine,
  opened: Sparkles,
  message: MessageCircle,
  reply: Reply,
  note: StickyNote,
  trail: Route,
};

/** One thing that happened to a contact: who, what, when, and before and after where values changed. */
export function HistoryLineRow({
  line,
  timeZone,
  attributes,
}: {
  line: HistoryLine;
  timeZone: string;
  attributes: Attributes;
}) {
  const { me, channels } = useCatalogue();
  const Icon = ICONS[line.kind];
  const words = historyWords(line, { myId: me.id, timeZone });
  const channel = 'channel' in line ? line.channel : null;
  const label = channels.find(({ key }) => key === channel)?.label ?? channel;
  return (
    <li className="flex gap-3 py-2">
      <span className="flex size-6 shrink-0 items-center justify-center rounded-full border border-line bg-canvas text-ink-muted">
        <Icon aria-hidden="true" className="size-3.5" />
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <p className="flex items-baseline gap-2">
          <span dir="auto" className="min-w-0 text-left">
            {words}
            {line.kind === 'values' && (
              <span className="text-ink-faint"> {sourceWords[line.source]}</span>
            )}
            {line.kind === 'opened' && <span className="text-ink-faint"> on {label}</span>}
          </span>
          <time
            dateTime={line.at}
            title={exactMoment(line.at, timeZone)}
            suppressHydrationWarning
            className="ml-auto shrink-0 text-ink-faint text-xs tabular-nums"
          >
            {clockTime(line.at, timeZone)}
          </time>
        </p>
        {line.kind === 'values' && <Changes line={line} attributes={attributes} />}
        {'text' in line && (
          <Link
            href={`/queue/${line.conversationId}`}
            prefetch={false}
            dir="auto"
            className="block truncate text-left text-ink-muted hover:text-ink hover:underline"
          >
            {line.text ?? 'What was said is forgotten'}
          </Link>
        )}
      </div>
    </li>
  );
}

function Changes({
  line,
  attributes,
}: {
  line: Extract<HistoryLine, { kind: 'values' }>;
  attributes: Attributes;
}) {
  const labelOf = (key: string) => attributes.get(key)?.label ?? key;
  if (line.changes.length === 0)
    return (
      <p className="text-ink-muted">
        {line.attributes.map(labelOf).join(', ')}: the values are forgotten
      </p>
    );
  return (
    <ul>
      {line.changes.map((change) => (
        <li
          key={change.attribute}
          className="flex flex-wrap items-baseline gap-x-1.5 text-ink-muted"
        >
          <span>{labelOf(change.attribute)}:</span>
          <BeforeAfter change={change} attributes={attributes} />
        </li>
      ))}
    </ul>
  );
}

/** 'Silver → Gold'; what was not known says so. */
export function BeforeAfter({
  change,
  attributes,
}: {
  change: ValueChangeWire;
  attributes: Attributes;
}) {
  const before = changedText(attributes, change, change.before);
  const after = changedText(attributes, change, change.after);
  return (
    <>
      {before !== null && (
        <>
          <span className="sr-only">before</span>
          <s dir="auto" className="line-clamp-2 text-ink-faint [overflow-wrap:anywhere]">
            {before}
          </s>
          <span aria-hidden="true">→</span>
          <span className="sr-only">after</span>
        </>
      )}
      <span dir="auto" className="line-clamp-4 text-ink [overflow-wrap:anywhere]">
        {after ?? 'not known'}
      </span>
    </>
  );
}
