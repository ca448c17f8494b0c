import { nameKey } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, forbidden, notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import { newId } from '@/lib/desk/ids';
import { segmentWire } from '@/lib/desk/reads/catalogue';
import type { SegmentRow } from '@/lib/desk/store';
import type { SegmentWire } from '@/lib/desk/wire';
import { MAX_SEGMENTS, VIP_SEGMENT } from '@/lib/segments/segment';
import { decideSegment, definition, type SegmentParts } from './decide-segment';

export type SegmentInput = SegmentParts & {
  /** Of the segment to edit; a new one is made without. */
  id?: string;
  /** The `changedAt` the editor saw: a conflict if somebody saved since. */
  expect?: string;
};

/**
 * Makes a segment, or edits one; all that is not given stays. Throws `invalid` with the field,
 * `not_found`, `forbidden` for VIP, `conflict` for a taken name or a save in between.
 */
export async function saveSegment({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: SegmentInput;
}): Promise<SegmentWire> {
  authorise(ctx.caller, 'changeSettings');
  const { memory } = ctx.desk;
  return decide(ctx, 'saveSegment', async () => {
    const before = input.id === undefined ? null : existing(memory.segments.get(input.id), input);
    if (!before && memory.segments.size >= MAX_SEGMENTS)
      throw conflict(`A desk has at most ${MAX_SEGMENTS} segments.`);
    const after = decideSegment({
      attributes: memory.attributes,
      before,
      given: input,
      newId: () => newId(ctx.desk.now()),
    });
    const taken = [...memory.segments.values()].some(
      ({ id, name }) => id !== after.id && nameKey(name) === nameKey(after.name),
    );
    if (taken) throw conflict(`There is a segment called ${after.name} already.`, 'name');
    return {
      expect: [catalogueAsInMemory(memory)],
      entries: [{ kind: 'segment.saved', body: { before: before && definition(before), after } }],
      answer: () => segmentWire(memory, existing(memory.segments.get(after.id), {})),
    };
  });
}

function existing(segment: SegmentRow | undefined, { id, expect }: SegmentInput): SegmentRow {
  if (!segment) throw notFound('There is no such segment.');
  if (id === VIP_SEGMENT.id) throw forbidden('VIP is built in and cannot be edited.');
  if (expect !== undefined && Date.parse(expect) !== segment.changedAt)
    throw conflict(`${segment.changedBy ?? 'Somebody'} has saved this segment meanwhile.`);
  return segment;
}
