'use client';

import { ArrowDown, ArrowUp, BookmarkPlus, Pencil, RotateCcw, Save, Trash2 } from 'lucide-react';
import { PLAIN_VIEW } from '@/components/live/plain-view';
import { useQueueAddress } from '@/components/live/use-queue-address';
import { MenuChoice, MenuChoices, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import type { SavedViewWire } from '@/lib/desk/wire';
import { MOST_TOTALS } from './most-totals';
import { addressOf, WHOLE_QUEUE } from './saved-view-address';
import type { OpenView } from './use-open-view';
import { useViewMoves } from './use-view-moves';
import type { ViewAsking } from './view-asking';
import { ViewTotal } from './view-total';

const WHOLE = { filter: { ...PLAIN_VIEW.filter, segments: [] }, order: PLAIN_VIEW.order };

/** The saved views to choose from, and what can be done with the one that is open. */
export function ViewMenuLines({
  open,
  views,
  plain,
  onAsk,
}: {
  open: OpenView | null;
  views: readonly SavedViewWire[];
  /** The queue shows everyone who waits. */
  plain: boolean;
  onAsk: (asking: ViewAsking) => void;
}) {
  const { setAddress } = useQueueAddress();
  const { save, reset, move } = useViewMoves();
  const choice = (view: SavedViewWire) => (
    <MenuChoice key={view.id} value={view.id} onSelect={() => void setAddress(addressOf(view))}>
      <bdi className="min-w-0 flex-1 truncate">{view.name}</bdi>
      <ViewTotal
        view={view}
        inSight={views.indexOf(view) < MOST_TOTALS}
        className="text-ink-muted"
      />
    </MenuChoice>
  );
  const shared = views.filter((view) => view.shared);
  const own = views.filter((view) => !view.shared);
  const beside = open?.view.shared ? shared : own;
  const place = open ? beside.findIndex(({ id }) => id === open.view.id) : -1;
  return (
    <>
      <MenuChoices value={open?.view.id ?? (plain ? 'queue' : '')}>
        <MenuChoice value="queue" onSelect={() => void setAddress(WHOLE_QUEUE)}>
          <span className="flex-1">Everyone who waits</span>
          <ViewTotal view={WHOLE} inSight className="text-ink-muted" />
        </MenuChoice>
        {shared.length > 0 && <MenuLabel>Team</MenuLabel>}
        {shared.map(choice)}
        {own.length > 0 && <MenuLabel>Mine</MenuLabel>}
        {own.map(choice)}
      </MenuChoices>
      <MenuSeparator />
      {open?.edited && open.mayChange && (
        <MenuItem onSelect={() => void save(open)}>
          <Save aria-hidden="true" className="text-ink-muted" />
          Save changes
        </MenuItem>
      )}
      {open?.edited && (
        <MenuItem onSelect={() => reset(open)}>
          <RotateCcw aria-hidden="true" className="text-ink-muted" />
          Reset
        </MenuItem>
      )}
      <MenuItem onSelect={() => onAsk('save')}>
        <BookmarkPlus aria-hidden="true" className="text-ink-muted" />
        {open ? 'Save as a new view…' : 'Save as a view…'}
      </MenuItem>
      {open?.mayChange && (
        <>
          <MenuItem onSelect={() => onAsk('change')}>
            <Pencil aria-hidden="true" className="text-ink-muted" />
            Name and columns…
          </MenuItem>
          {place > 0 && (
            <MenuItem onSelect={() => move(open.view, -1)}>
              <ArrowUp aria-hidden="true" className="text-ink-muted" />
              Move up
            </MenuItem>
          )}
          {place < beside.length - 1 && (
            <MenuItem onSelect={() => move(open.view, 1)}>
              <ArrowDown aria-hidden="true" className="text-ink-muted" />
              Move down
            </MenuItem>
          )}
          <MenuItem danger onSelect={() => onAsk('delete')}>
            <Trash2 aria-hidden="true" />
            Delete…
          </MenuItem>
        </>
      )}
    </>
  );
}
