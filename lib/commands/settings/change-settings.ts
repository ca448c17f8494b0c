import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { invalid } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import type { Settings } from '@/lib/desk/facts';
import { isTimeZone } from '@/lib/segments/calendar';

/**
 * Changes the workspace's time zone, by which dates are calendar days. Throws `invalid` for one
 * that is not an IANA time zone.
 */
export async function changeSettings({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { timeZone: string };
}): Promise<Settings> {
  authorise(ctx.caller, 'changeSettings');
  if (!isTimeZone(input.timeZone))
    throw invalid(`“${input.timeZone}” is not a time zone such as Europe/Brussels.`, 'timeZone');
  const { memory } = ctx.desk;
  return decide(ctx, 'changeSettings', async () => {
    const before = memory.settings;
    const after = { ...before, timeZone: input.timeZone };
    return {
      expect: [catalogueAsInMemory(memory)],
      entries:
        before.timeZone === after.timeZone
          ? []
          : [{ kind: 'settings.changed', body: { before, after } }],
      answer: () => after,
    };
  });
}
