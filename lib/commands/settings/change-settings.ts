import { isDeepStrictEqual } from 'node:util';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { invalid } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import type { Settings } from '@/lib/desk/facts';
import { isTimeZone } from '@/lib/segments/calendar';

const LONGEST_HOURS = 24 * 365;

/**
 * Changes what is given of the workspace's settings: its time zone, by which dates are calendar
 * days, and after how many hours a forgotten conversation is resolved. Throws `invalid` for what is
 * not an IANA time zone, and for hours that are not whole, from 1 to a year.
 */
export async function changeSettings({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: Partial<Settings>;
}): Promise<Settings> {
  authorise(ctx.caller, 'changeSettings');
  const { timeZone, autoResolveAfterHours: hours } = input;
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw invalid(`“${timeZone}” is not a time zone such as Europe/Brussels.`, 'timeZone');
  const isHours =
    Number.isInteger(hours ?? 1) && (hours ?? 1) >= 1 && (hours ?? 1) <= LONGEST_HOURS;
  if (!isHours) throw invalid(`Whole hours, from 1 to ${LONGEST_HOURS}.`, 'autoResolveAfterHours');
  const { memory } = ctx.desk;
  return decide(ctx, 'changeSettings', async () => {
    const before = memory.settings;
    const after = {
      timeZone: timeZone ?? before.timeZone,
      autoResolveAfterHours: hours === undefined ? before.autoResolveAfterHours : hours,
    };
    return {
      expect: [catalogueAsInMemory(memory)],
      entries: isDeepStrictEqual(before, after)
        ? []
        : [{ kind: 'settings.changed', body: { before, after } }],
      answer: () => after,
    };
  });
}
