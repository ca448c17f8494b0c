'use client';

import { RotateCw } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { counted } from '@/components/workspace/counted';
import type { SegmentPreview as Preview } from '@/lib/desk/wire';
import type { Condition, Join } from '@/lib/segments/segment';
import { CountAmongAll } from './count-among-all';
import { PreviewMoves } from './preview-moves';
import { usePreview } from './use-preview';

/** Who a segment would match now, and who would change places if it counted for priority. */
export function SegmentPreview({
  join,
  conditions,
  missing,
  id,
  highPriority,
  reading = false,
}: {
  join: Join;
  conditions: readonly Condition[];
  /** What must be mended before anything can be counted, in words. */
  missing: readonly string[];
  id?: string;
  highPriority: boolean;
  /** Nothing can be saved here, so a high-priority segment moves nobody. */
  reading?: boolean;
}) {
  const [retries, setRetries] = useState(0);
  const asked = missing.length === 0 ? conditions : null;
  const { open, current, answered, problem } = usePreview({ join, conditions: asked, id, retries });

  return (
    <aside aria-label="Preview" className="rounded-lg border border-line bg-panel">
      <h2 className="border-line border-b px-4 py-2.5 font-semibold text-ink text-sm">
        Who matches now
      </h2>
      {missing.length > 0 ? (
        <Missing missing={missing} />
      ) : problem ? (
        <div className="space-y-3 p-4">
          <Notice tone="danger">{problem}</Notice>
          <Button size="sm" onClick={() => setRetries(retries + 1)}>
            <RotateCw aria-hidden /> Try again
          </Button>
        </div>
      ) : open ? (
        <div className={cn('transition-opacity', !current && 'opacity-50')} aria-busy={!current}>
          <div className="px-4 py-3">
            <OpenCounts open={open} />
            <CountAmongAll question={current ? answered : null} />
          </div>
          <Matches open={open} />
          {!(reading && highPriority) && (
            <div className="border-line border-t">
              <PreviewMoves
                preview={open}
                when={highPriority ? 'When you save' : 'If it were high-priority'}
                would={!highPriority}
              />
            </div>
          )}
        </div>
      ) : (
        <div className="space-y-3 p-4">
          <Skeleton className="h-7 w-16" />
          <Skeleton className="w-52" />
          <Skeleton className="w-40" />
          <Skeleton className="mt-6 h-24" />
        </div>
      )}
    </aside>
  );
}

function Missing({ missing }: { missing: readonly string[] }) {
  return (
    <div className="p-4 text-ink-muted text-sm">
      <p>It appears here as soon as the sentence is complete:</p>
      <ul className="mt-2 space-y-1">
        {missing.map((line) => (
          <li key={line} className="text-ink">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}

function OpenCounts({ open }: { open: Preview }) {
  return (
    <div aria-live="polite">
      <p className="font-semibold text-2xl text-ink tabular-nums leading-8">
        {open.contacts.toLocaleString('en')}
      </p>
      <p className="text-ink text-sm">
        {open.contacts === 1 ? 'contact' : 'contacts'} with an open conversation,{' '}
        <span className="whitespace-nowrap tabular-nums">
          {counted(open.conversations, 'conversation')}
        </span>
      </p>
    </div>
  );
}

function Matches({ open }: { open: Preview }) {
  const { channels } = useCatalogue();
  const labels = new Map(channels.map((channel) => [channel.key, channel.label]));
  const more = open.conversations - open.matches.length;
  if (open.matches.length === 0) return null;
  return (
    <ul
      aria-label="Matching conversations"
      className="max-h-54 overflow-y-auto border-line border-t py-1"
    >
      {open.matches.map((match) => (
        <li key={match.conversationId}>
          <Link
            href={`/queue/${match.conversationId}`}
            target="_blank"
            className="flex h-7 items-center gap-3 px-4 text-sm hover:bg-hover focus-visible:outline-offset-[-2px]"
          >
            <span dir="auto" className="min-w-0 flex-1 truncate text-left text-ink">
              {match.name}
            </span>
            <span className="shrink-0 text-ink-muted text-xs">
              {labels.get(match.channel) ?? match.channel}
            </span>
          </Link>
        </li>
      ))}
      {more > 0 && (
        <li className="px-4 py-1 text-ink-muted text-xs tabular-nums">
          and {counted(more, 'more', 'more')}
        </li>
      )}
    </ul>
  );
}
