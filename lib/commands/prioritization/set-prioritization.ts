import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, invalid, notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import type { Memory } from '@/lib/desk/memory';

export type Prioritization = { segmentIds: string[]; revision: number };

/**
 * Makes these segments, and no others, the high-priority ones. Throws `conflict` when the list
 * has changed since the revision expected, `invalid` for an unknown segment.
 */
export async function setPrioritization({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { segmentIds: readonly string[]; expect?: number };
}): Promise<Prioritization> {
  authorise(ctx.caller, 'changeSettings');
  const { memory } = ctx.desk;
  return change(ctx, 'setPrioritization', () => {
    if (input.expect !== undefined && input.expect !== memory.prioritization.revision)
      throw conflict('The Prioritization list has changed meanwhile.', 'expect');
    input.segmentIds.forEach((id, index) => {
      if (!memory.segments.has(id))
        throw invalid(`There is no segment ${id}.`, `segmentIds.${index}`);
    });
    return [...new Set(input.segmentIds)];
  });
}

/**
 * Puts one segment on the Prioritization list or takes it off; nothing changes if it is there
 * already. Throws `not_found` for an unknown segment.
 */
export async function toggleHighPriority({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { segmentId: string; highPriority: boolean };
}): Promise<Prioritization> {
  authorise(ctx.caller, 'changeSettings');
  const { memory } = ctx.desk;
  return change(ctx, 'toggleHighPriority', () => {
    if (!memory.segments.has(input.segmentId)) throw notFound('There is no such segment.');
    const others = memory.prioritization.segmentIds.filter((id) => id !== input.segmentId);
    const isOn = memory.highPriority.has(input.segmentId);
    if (isOn === input.highPriority) return memory.prioritization.segmentIds;
    return input.highPriority ? [...others, input.segmentId] : others;
  });
}

/** Commits the list that `wanted` gives as one entry, or none if it holds the same segments. */
function change(ctx: Ctx, cause: string, wanted: () => string[]): Promise<Prioritization> {
  const { memory } = ctx.desk;
  return decide(ctx, cause, async () => {
    const before = memory.prioritization.segmentIds;
    const after = wanted();
    return {
      expect: [catalogueAsInMemory(memory)],
      entries: sameIds(memory, after)
        ? []
        : [{ kind: 'prioritization.changed', body: { before, after } }],
      answer: () => memory.prioritization,
    };
  });
}

function sameIds(memory: Memory, ids: readonly string[]): boolean {
  const { highPriority } = memory;
  return ids.length === highPriority.size && ids.every((id) => highPriority.has(id));
}
