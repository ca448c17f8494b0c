import { authorise, type Ctx } from '@/lib/desk/context';
import { scanValues } from '@/lib/desk/scan-contacts';
import type { ContactCount } from '@/lib/desk/wire';
import { compileSegment } from '@/lib/segments/evaluate';
import { askedSegment, type SegmentQuestion } from './asked-segment';

/**
 * Counts who would match among all contacts: in the background, in slices, telling now and then how
 * far it has come, and at last with `done`. It reads on only while it is asked for more. Counts
 * take turns, caller by caller. Throws `invalid` with the field, `not_found`.
 */
export function countContacts({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: SegmentQuestion;
}): AsyncGenerator<ContactCount> {
  authorise(ctx.caller, 'readSettings');
  const { memory } = ctx.desk;
  const { segment } = askedSegment(memory, input);
  const timeZone = memory.settings.timeZone;
  const holds = compileSegment(segment, { attributes: memory.attributes, timeZone });
  const attributes = [...new Set(segment.conditions.map(({ attribute }) => attribute))];
  return (async function* () {
    let contacts = 0;
    const scan = scanValues(ctx, attributes, ({ values }) => {
      if (holds(values)) contacts += 1;
    });
    for await (const { scanned, total, done } of scan) yield { scanned, total, contacts, done };
  })();
}
