import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { type Endpoint, endpointSecretsOf } from '@/lib/desk/endpoint';
import { conflict } from '@/lib/desk/errors';
import { newId } from '@/lib/desk/ids';
import { newSigningSecret } from '@/lib/desk/secrets';
import { webhookChannel } from '../channels/webhook-channel';
import { checkedEndpoint, type EndpointInput } from './checked-endpoint';

const MAX_ENDPOINTS = 50;

/**
 * Says whom the desk calls, from now on, and makes the first secret that signs the calls; it is in the
 * answer and is never shown again. Throws `invalid`, and `conflict` for a channel that has one.
 */
export async function createEndpoint({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: EndpointInput & { name: string; url: string; channel?: string };
}): Promise<{ endpoint: Endpoint; secret: string }> {
  authorise(ctx.caller, 'changeSettings');
  const { desk } = ctx;
  const secret = newSigningSecret();
  const sealed = desk.vault.seal(secret);
  return decide(ctx, 'createEndpoint', async () => {
    const all = await desk.store.webhooks.endpoints();
    if (all.length >= MAX_ENDPOINTS)
      throw conflict(`A desk has at most ${MAX_ENDPOINTS} endpoints.`);
    const channel = input.channel ?? null;
    if (channel !== null) webhookChannel(desk.memory, channel);
    if (channel !== null && all.some((one) => one.channel === channel))
      throw conflict('The replies of this channel have an endpoint already.', 'channel');
    const now = desk.now();
    const id = newId(now);
    const blank = { id, name: '', url: '', channel, events: [], enabled: true };
    const after = checkedEndpoint(blank, input);
    const signs = { id: newId(now), owner: endpointSecretsOf(id), createdAt: now };
    return {
      expect: [],
      entries: [
        { kind: 'endpoint.saved', body: { before: null, after } },
        { kind: 'signingSecret.created', body: { after: signs }, secret: { sealed } },
      ],
      answer: () => ({ endpoint: after, secret }),
    };
  });
}
