import { z } from '@hono/zod-openapi';
import { takeWebhook } from '@/lib/channels/webhooks/take-webhook';
import { saveChannelMapping } from '@/lib/commands/channels/save-channel-mapping';
import type { Desk } from '@/lib/desk/desk';
import { readWebhookChannel } from '@/lib/desk/reads/webhook-channel';
import { answers, createRoute, jsonBody, newApi } from './route';
import { SIGNED_REQUEST, signedCall } from './signed-request';
import { mappingSchema, webhookChannelSchema, webhookReceiptSchema } from './webhook-schemas';

const params = z.object({ key: z.string() });

const receive = createRoute({
  method: 'post',
  path: '/channels/{key}/webhook',
  summary: 'A signed webhook of a customer’s message, or of what is known of them',
  description:
    'Signed as Standard Webhooks has it, by a secret of the channel; no sign-in is asked for. Any JSON: the channel’s mapping says where in it the facts are. What could not be kept of a message is listed in `refused`, and the message is kept. The same webhook-id again gets the first answer and changes nothing.',
  security: [],
  request: { params, ...SIGNED_REQUEST },
  responses: answers(webhookReceiptSchema, 'It is kept'),
});

/** Where signed webhooks come in; the signature is the sign-in. */
export function webhookRoutes(desk: Desk) {
  return newApi().openapi(receive, async (c) => {
    const { key } = c.req.valid('param');
    const taken = await takeWebhook(desk, key, await signedCall(c.req));
    if (taken.is === 'received') return c.json(taken.receipt, 200);
    return c.json({ error: { code: 'unauthenticated', message: taken.message } }, 401);
  });
}

const get = createRoute({
  method: 'get',
  path: '/channels/{key}/webhook',
  summary: 'How a webhook channel takes in what it is sent',
  request: { params },
  responses: answers(webhookChannelSchema, 'Its mapping; null while nobody has made one'),
});

const putMapping = createRoute({
  method: 'put',
  path: '/channels/{key}/webhook/mapping',
  summary:
    'Say where in a webhook the facts are; `expect`, the revision the editor saw, guards against a save between',
  request: { params, body: jsonBody(mappingSchema.extend({ expect: z.int().min(0).optional() })) },
  responses: answers(webhookChannelSchema, 'How it is from now on'),
});

/** How the webhooks of a channel are read. */
export function webhookChannelRoutes() {
  return newApi()
    .openapi(get, async (c) =>
      c.json(await readWebhookChannel(c.var.ctx, c.req.valid('param').key), 200),
    )
    .openapi(putMapping, async (c) => {
      const { ctx } = c.var;
      const { key: channel } = c.req.valid('param');
      const { expect, ...mapping } = c.req.valid('json');
      await saveChannelMapping({ ctx, input: { channel, mapping, expect } });
      return c.json(await readWebhookChannel(ctx, channel), 200);
    });
}
