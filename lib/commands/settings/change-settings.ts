import { isDeepStrictEqual } from 'node:util';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import type { Settings } from '@/lib/desk/facts';
import { decideSettings } from './decide-settings';

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
  const { memory } = ctx.desk;
  return decide(ctx, 'changeSettings', async () => {
    const before = memory.settings;
    const after = decideSettings(before, input);
    return {
      expect: [catalogueAsInMemory(memory)],
      entries: isDeepStrictEqual(before, after)
        ? []
        : [{ kind: 'settings.changed', body: { before, after } }],
      answer: () => after,
    };
  });
}
