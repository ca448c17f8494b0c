import { setImmediate } from 'node:timers/promises';
import { authorise, type Ctx } from '@/lib/desk/context';
import type { ContactCount } from '@/lib/desk/wire';
import { compileSegment, type SegmentTest } from '@/lib/segments/evaluate';
import { askedSegment, type SegmentQuestion } from './asked-segment';

/** How long a scan holds the event loop, but for the read under way. */
const SLICE_MS = 2;
/** How many values one read may bring: about a millisecond. */
const READ_VALUES = 400;
const TELL_EVERY_MS = 100;
const EVERYBODY = 'everybody';

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
  return scan(ctx, attributes, holds);
}

async function* scan(
  { desk: { store, scans }, caller }: Ctx,
  attributes: readonly string[],
  holds: SegmentTest,
): AsyncGenerator<ContactCount> {
  const limit = Math.ceil(READ_VALUES / attributes.length);
  const total = await store.countContacts();
  let scanned = 0;
  let contacts = 0;
  let afterId: string | null = '';

  const slice = async () => {
    const until = performance.now() + SLICE_MS;
    while (afterId !== null && performance.now() < until) {
      const page = await store.valuesAfter(afterId, limit, attributes);
      for (const { values } of page) if (holds(values)) contacts += 1;
      scanned += page.length;
      afterId = page.length < limit ? null : (page.at(-1)?.contactId ?? null);
    }
    // Within the turn, so that whoever is next waits until the queue has been served.
    await setImmediate();
  };

  let toldAt = performance.now();
  while (afterId !== null) {
    await scans.run(caller.id, () => scans.run(EVERYBODY, slice));
    if (afterId !== null && performance.now() - toldAt >= TELL_EVERY_MS) {
      // Contacts are made meanwhile.
      yield { scanned, total: Math.max(total, scanned), contacts, done: false };
      toldAt = performance.now();
    }
  }
  yield { scanned, total: scanned, contacts, done: true };
}
