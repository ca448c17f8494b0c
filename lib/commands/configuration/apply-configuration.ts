import { type ConfigurationDocument, configurationOf } from '@/lib/desk/configuration';
import { configurationDifference } from '@/lib/desk/configuration-difference';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict } from '@/lib/desk/errors';
import { newId } from '@/lib/desk/ids';
import { fingerprintOf, keptConfiguration } from '@/lib/desk/reads/configuration';
import type { ConfigurationDifference } from '@/lib/desk/wire-configuration';
import { planConfiguration } from './plan-configuration';

/**
 * Shapes the desk as a document says, all of it or nothing, and answers what has changed. What the
 * document does not mention stays. Throws `invalid` with every problem at its path, and `conflict`
 * when the configuration is not the one of the fingerprint `expect`.
 */
export async function applyConfiguration({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { document: ConfigurationDocument; expect?: string };
}): Promise<ConfigurationDifference> {
  authorise(ctx.caller, 'changeSettings');
  const { desk } = ctx;
  return decide(ctx, 'applyConfiguration', async () => {
    const kept = await keptConfiguration(desk);
    const before = configurationOf(kept);
    if (input.expect !== undefined && input.expect !== fingerprintOf(before))
      throw conflict(
        'The configuration of this desk has changed meanwhile. Look at the difference again.',
        'expect',
      );
    const plan = planConfiguration(kept, input.document, () => newId(desk.now()));
    return {
      expect: plan.expect,
      entries: plan.entries,
      answer: () => configurationDifference(before, configurationOf(plan), input.document),
    };
  });
}
