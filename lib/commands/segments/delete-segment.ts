import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import type { EntryDraft } from '@/lib/desk/entry';
import { conflict, forbidden, notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import { VIP_SEGMENT } from '@/lib/segments/segment';
import { definition } from './decide-segment';

/**
 * Deletes a segment and takes it off the Prioritization list. Throws `not_found`, `forbidden` for
 * VIP, and a `conflict` that names the shared views which use it.
 */
export async function deleteSegment({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { id: string };
}): Promise<void> {
  authorise(ctx.caller, 'changeSettings');
  if (input.id === VIP_SEGMENT.id) throw forbidden('VIP is built in and cannot be deleted.');
  const { memory, store } = ctx.desk;
  await decide(ctx, 'deleteSegment', async () => {
    const segment = memory.segments.get(input.id);
    if (!segment) throw notFound('There is no such segment.');
    const users = (await store.savedViews(null)).filter(({ filter }) =>
      filter.segments?.includes(input.id),
    );
    if (users.length > 0)
      throw conflict(
        `${segment.name} is used by ${users.map(({ name }) => name).join(', ')}. Change these shared views first.`,
      );
    const before = memory.prioritization.segmentIds;
    const entries: EntryDraft[] = [
      { kind: 'segment.deleted', body: { before: definition(segment) } },
    ];
    if (before.includes(input.id)) {
      const after = before.filter((id) => id !== input.id);
      entries.unshift({ kind: 'prioritization.changed', body: { before, after } });
    }
    return { expect: [catalogueAsInMemory(memory)], entries, answer: () => undefined };
  });
}
