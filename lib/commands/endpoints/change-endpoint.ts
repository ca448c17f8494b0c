import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import type { Endpoint } from '@/lib/desk/endpoint';
import { notFound } from '@/lib/desk/errors';
import { endpointAsLoaded } from '@/lib/desk/expectations';
import { checkedEndpoint, type EndpointInput, plainEndpoint } from './checked-endpoint';

/**
 * Changes an endpoint; what waits for it is tried with what it is now. Throws `invalid`,
 * `not_found`.
 */
export async function changeEndpoint({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: EndpointInput & { id: string };
}): Promise<Endpoint> {
  authorise(ctx.caller, 'changeSettings');
  const { desk } = ctx;
  const changed = await decide(ctx, 'changeEndpoint', async () => {
    const row = await desk.store.webhooks.endpoint(input.id);
    if (!row) throw notFound('There is no such endpoint.');
    const before = plainEndpoint(row);
    const after = checkedEndpoint(before, input);
    return {
      expect: [endpointAsLoaded(row)],
      entries: [{ kind: 'endpoint.saved', body: { before, after } }],
      answer: () => after,
    };
  });
  desk.deliveries.wake();
  return changed;
}
