import { type ConfigurationDocument, configurationOf } from '@/lib/desk/configuration';
import { configurationDifference } from '@/lib/desk/configuration-difference';
import { authorise, type Ctx } from '@/lib/desk/context';
import { newId } from '@/lib/desk/ids';
import { fingerprintOf, keptConfiguration } from '@/lib/desk/reads/configuration';
import type { ConfigurationPreview } from '@/lib/desk/wire-configuration';
import { movesShown } from '../segments/preview-moves';
import { planConfiguration } from './plan-configuration';
import { previewQueue } from './preview-queue';

/**
 * What a document would change of the desk, and who would stand elsewhere in the queue. Changes
 * nothing. Throws `invalid` with every problem at its path.
 */
export async function previewConfiguration({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { document: ConfigurationDocument };
}): Promise<ConfigurationPreview> {
  authorise(ctx.caller, 'readSettings');
  const { desk } = ctx;
  const kept = await keptConfiguration(desk);
  const plan = planConfiguration(kept, input.document, () => newId(desk.now()));
  const before = configurationOf(kept);
  return {
    ...configurationDifference(before, configurationOf(plan), input.document),
    fingerprint: fingerprintOf(before),
    ...movesShown(desk.memory, previewQueue(desk.memory, plan)),
  };
}
