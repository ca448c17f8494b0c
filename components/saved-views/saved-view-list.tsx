'use client';

import { Plus } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useSavedViews } from '@/components/live/saved-views';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { Tooltip } from '@/components/ui/tooltip';
import type { SavedViewWire } from '@/lib/desk/wire';
import { MOST_TOTALS } from './most-totals';
import { SavedViewLine } from './saved-view-line';
import { useInSight } from './use-in-sight';
import { useOpenView } from './use-open-view';

const lateDialog = late(() => import('./save-view-dialog'));

/** The saved views with their counts: what the team shares, then one's own. */
export function SavedViewList({ className }: { className?: string }) {
  const views = useSavedViews();
  const open = useOpenView();
  const [saving, setSaving] = useState(false);
  const dialog = useLate(lateDialog, saving);
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useInSight(scroller, views.map(({ id }) => id).join());
  const counted = new Set(
    views
      .map(({ id }) => id)
      .filter((id) => seen.has(id))
      .slice(0, MOST_TOTALS),
  );
  const line = (view: SavedViewWire) => (
    <SavedViewLine
      view={view}
      current={view.id === open?.view.id}
      edited={view.id === open?.view.id && open.edited}
      inSight={counted.has(view.id)}
    />
  );
  return (
    <div ref={scroller} className={className}>
      <div className="flex h-8 items-center justify-between pl-2.5">
        <h2 className="font-medium text-ink-faint text-xs">Views</h2>
        <Tooltip label="Save what the queue shows" side="right">
          <Button
            variant="ghost"
            size="icon"
            className="size-7"
            aria-label="New view"
            aria-haspopup="dialog"
            onClick={() => setSaving(true)}
          >
            <Plus aria-hidden="true" />
          </Button>
        </Tooltip>
      </div>
      {views.length === 0 && (
        <p className="px-2.5 text-ink-faint text-xs text-pretty">
          Filter the queue and save it: it stays here, with its count.
        </p>
      )}
      <Group word="Team" views={views.filter(({ shared }) => shared)} line={line} />
      <Group word="Mine" views={views.filter(({ shared }) => !shared)} line={line} />
      {saving && dialog && <dialog.SaveViewDialog view={null} onClose={() => setSaving(false)} />}
    </div>
  );
}

function Group({
  word,
  views,
  line,
}: {
  word: string;
  views: readonly SavedViewWire[];
  line: (view: SavedViewWire) => ReactNode;
}) {
  const id = useId();
  if (views.length === 0) return null;
  return (
    <section aria-labelledby={id} className="pb-2">
      <h3 id={id} className="px-2.5 pt-1 pb-0.5 text-[0.6875rem] text-ink-faint">
        {word}
      </h3>
      <ul>
        {views.map((view) => (
          <li key={view.id}>{line(view)}</li>
        ))}
      </ul>
    </section>
  );
}
