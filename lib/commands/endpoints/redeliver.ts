import { authorise, type Ctx } from '@/lib/desk/context';
import { notFound } from '@/lib/desk/errors';

/**
 * Tries a delivery of an endpoint again at once, whatever came of it, or all that were given up.
 * Throws `not_found` where there is none.
 */
export async function redeliver({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { endpointId: string; deliveryId: number | null };
}): Promise<void> {
  authorise(ctx.caller, 'changeSettings');
  const { desk } = ctx;
  if (!(await desk.store.webhooks.endpoint(input.endpointId)))
    throw notFound('There is no such endpoint.');
  const found = await desk.deliveries.redeliver(input.endpointId, input.deliveryId, desk.now());
  if (!found && input.deliveryId !== null) throw notFound('There is no such delivery.');
}
