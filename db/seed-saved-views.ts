import { saveSavedView } from '@/lib/commands/saved-views/save-saved-view';
import type { Ctx } from '@/lib/desk/context';
import type { RowColumn } from '@/lib/desk/facts';
import type { QueueFilter } from '@/lib/ranking/filter';
import { VIP_SEGMENT } from '@/lib/segments/segment';

type SharedView = {
  name: string;
  filter: Omit<QueueFilter, 'segments'>;
  /** By name; VIP is on every desk. */
  segments?: readonly string[];
  columns?: readonly RowColumn[];
};

const SHARED_VIEWS: readonly SharedView[] = [
  { name: 'On my desk', filter: { owner: 'mine' } },
  { name: 'Unowned', filter: { owner: 'unowned' } },
  { name: 'VIPs', filter: {}, segments: [VIP_SEGMENT.name] },
  { name: 'At checkout', filter: {}, segments: ['At checkout'] },
  {
    name: 'Waiting for customers',
    filter: { status: 'pending' },
    columns: ['preview', 'owner', 'channel', 'waiting'],
  },
];

/** Keeps the views that the demo's team shares, each at its own moment. */
export async function seedSavedViews(ctx: Ctx, tick: () => void): Promise<void> {
  const known = [...ctx.desk.memory.segments.values()];
  for (const { name, filter, segments = [], columns } of SHARED_VIEWS) {
    tick();
    const ids = segments.flatMap((wanted) =>
      known.filter((segment) => segment.name === wanted).map(({ id }) => id),
    );
    const input = { name, shared: true, filter: { ...filter, segments: ids }, columns };
    await saveSavedView({ ctx, input });
  }
}
