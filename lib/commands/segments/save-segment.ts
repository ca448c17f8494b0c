import { checkedName } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, forbidden, invalid, notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import { newId } from '@/lib/desk/ids';
import { segmentWire } from '@/lib/desk/reads/catalogue';
import type { SegmentRow } from '@/lib/desk/store';
import type { SegmentWire } from '@/lib/desk/wire';
import { checkConditions } from '@/lib/segments/check-segment';
import {
  type Condition,
  type Join,
  MAX_SEGMENTS,
  type Segment,
  VIP_SEGMENT,
} from '@/lib/segments/segment';

export type SegmentInput = {
  /** Of the segment to edit; a new one is made without. */
  id?: string;
  name?: string;
  join?: Join;
  conditions?: readonly Condition[];
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
    const after = edited(ctx, before, input);
    const taken = [...memory.segments.values()].some(
      ({ id, name }) => id !== after.id && name.toLowerCase() === after.name.toLowerCase(),
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

/** The segment as it will be; conditions on attributes disabled since may stay. */
function edited(ctx: Ctx, before: SegmentRow | null, input: SegmentInput): Segment {
  const name = input.name ?? before?.name;
  const join = input.join ?? before?.join ?? 'all';
  const conditions = input.conditions ?? before?.conditions;
  if (name === undefined) throw invalid('Give the segment a name.', 'name');
  if (conditions === undefined) throw invalid('Give at least one condition.', 'conditions');
  const keepDisabled = new Set(before?.conditions.map(({ attribute }) => attribute));
  const checked = checkConditions(join, conditions, ctx.desk.memory.attributes, { keepDisabled });
  if (!checked.ok) throw invalid(checked.message, checked.field);
  return {
    id: before?.id ?? newId(ctx.desk.now()),
    name: checkedName(name, 'name'),
    join,
    conditions: checked.conditions,
  };
}

/** The segment without who changed it and when, which the entry says itself. */
export function definition({ id, name, join, conditions }: Segment): Segment {
  return { id, name, join, conditions };
}
