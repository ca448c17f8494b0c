import { z } from '@hono/zod-openapi';
import { createSigningSecret } from '@/lib/commands/channels/create-signing-secret';
import { retireSigningSecret } from '@/lib/commands/channels/retire-signing-secret';
import { changeEndpoint } from '@/lib/commands/endpoints/change-endpoint';
import { createEndpoint } from '@/lib/commands/endpoints/create-endpoint';
import { deleteEndpoint } from '@/lib/commands/endpoints/delete-endpoint';
import { redeliver } from '@/lib/commands/endpoints/redeliver';
import { authorise } from '@/lib/desk/context';
import { DELIVERY_STATES, endpointSecretsOf } from '@/lib/desk/endpoint';
import { isoTime } from '@/lib/desk/iso-time';
import {
  readDeliveries,
  readEndpoint,
  readEndpointSecrets,
  readEndpoints,
} from '@/lib/desk/reads/endpoints';
import { DEFAULT_LIMIT, MAX_LIMIT, wholeNumber } from './query';
import { answers, answersNothing, createRoute, creates, jsonBody, newApi } from './route';
import {
  deliverySchema,
  endpointFields,
  endpointSchema,
  newSecretSchema,
  signingSecretSchema,
} from './webhook-schemas';

const params = z.object({ id: z.string() });
const secretShown = z.object({ secret: z.string() });

const list = createRoute({
  method: 'get',
  path: '/webhooks',
  summary: 'Whom the desk calls, and how that goes',
  responses: answers(z.array(endpointSchema), 'The endpoints, by name'),
});

const create = createRoute({
  method: 'post',
  path: '/webhooks',
  summary: 'Call somebody from now on: with events, or with the replies of a webhook channel',
  description: 'Its first secret is in the answer, this once.',
  request: {
    body: jsonBody(
      endpointFields
        .partial({ events: true, enabled: true })
        .extend({ channel: z.string().optional() })
        .strict(),
    ),
  },
  responses: creates(endpointSchema.extend(secretShown.shape), 'The endpoint, and its secret'),
});

const get = createRoute({
  method: 'get',
  path: '/webhooks/{id}',
  summary: 'An endpoint, and how its calls go',
  request: { params },
  responses: answers(endpointSchema, 'The endpoint'),
});

const change = createRoute({
  method: 'patch',
  path: '/webhooks/{id}',
  summary: 'Change an endpoint; what waits for it is tried with what it is now',
  request: { params, body: jsonBody(endpointFields.partial().strict()) },
  responses: answers(endpointSchema, 'The endpoint'),
});

const remove = createRoute({
  method: 'delete',
  path: '/webhooks/{id}',
  summary: 'Call an endpoint no more, and forget what waits for it',
  request: { params },
  responses: answersNothing,
});

const listDeliveries = createRoute({
  method: 'get',
  path: '/webhooks/{id}/deliveries',
  summary: 'The last calls of an endpoint, newest first',
  request: {
    params,
    query: z.strictObject({
      state: z.enum(DELIVERY_STATES).optional(),
      before: wholeNumber(1, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
      limit: wholeNumber(1, MAX_LIMIT, DEFAULT_LIMIT),
    }),
  },
  responses: answers(z.array(deliverySchema), 'The calls'),
});

const nothing = { content: { 'application/json': { schema: z.strictObject({}) } } } as const;

const redeliverOne = createRoute({
  method: 'post',
  path: '/webhooks/{id}/deliveries/{deliveryId}/redeliver',
  summary: 'Make a call again at once, whatever came of it',
  request: {
    params: params.extend({
      deliveryId: z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    }),
    body: nothing,
  },
  responses: answersNothing,
});

const redeliverDead = createRoute({
  method: 'post',
  path: '/webhooks/{id}/redeliver',
  summary: 'Make all calls again that were given up',
  request: { params, body: nothing },
  responses: answersNothing,
});

const listSecrets = createRoute({
  method: 'get',
  path: '/webhooks/{id}/secrets',
  summary: 'The live secrets that sign an endpoint’s calls, without what they are',
  request: { params },
  responses: answers(z.array(signingSecretSchema), 'The secrets, the oldest first'),
});

const postSecret = createRoute({
  method: 'post',
  path: '/webhooks/{id}/secrets',
  summary: 'Sign an endpoint’s calls with one more secret, shown this once; two live at once',
  request: { params, body: { content: { 'application/json': { schema: newSecretSchema } } } },
  responses: creates(signingSecretSchema.extend(secretShown.shape), 'The secret'),
});

const deleteSecret = createRoute({
  method: 'delete',
  path: '/webhooks/{id}/secrets/{secretId}',
  summary: 'Sign with a secret no more',
  request: { params: params.extend({ secretId: z.string() }) },
  responses: answersNothing,
});

/** Whom the desk calls, and what came of it. */
export function endpointRoutes() {
  return newApi()
    .openapi(list, async (c) => c.json(await readEndpoints(c.var.ctx), 200))
    .openapi(create, async (c) => {
      const { ctx } = c.var;
      const { endpoint, secret } = await createEndpoint({ ctx, input: c.req.valid('json') });
      return c.json({ ...(await readEndpoint(ctx, endpoint.id)), secret }, 201);
    })
    .openapi(get, async (c) => c.json(await readEndpoint(c.var.ctx, c.req.valid('param').id), 200))
    .openapi(change, async (c) => {
      const input = { ...c.req.valid('json'), ...c.req.valid('param') };
      const { id } = await changeEndpoint({ ctx: c.var.ctx, input });
      return c.json(await readEndpoint(c.var.ctx, id), 200);
    })
    .openapi(remove, async (c) => {
      await deleteEndpoint({ ctx: c.var.ctx, input: c.req.valid('param') });
      return c.body(null, 204);
    })
    .openapi(listDeliveries, async (c) => {
      const { state = null, ...page } = c.req.valid('query');
      const { id } = c.req.valid('param');
      return c.json(await readDeliveries(c.var.ctx, id, { state, ...page }), 200);
    })
    .openapi(redeliverOne, async (c) => {
      const { id: endpointId, deliveryId } = c.req.valid('param');
      await redeliver({ ctx: c.var.ctx, input: { endpointId, deliveryId } });
      return c.body(null, 204);
    })
    .openapi(redeliverDead, async (c) => {
      const { id: endpointId } = c.req.valid('param');
      await redeliver({ ctx: c.var.ctx, input: { endpointId, deliveryId: null } });
      return c.body(null, 204);
    })
    .openapi(listSecrets, async (c) =>
      c.json(await readEndpointSecrets(c.var.ctx, c.req.valid('param').id), 200),
    )
    .openapi(postSecret, async (c) => {
      const { ctx } = c.var;
      authorise(ctx.caller, 'changeSettings');
      const { id: endpointId } = c.req.valid('param');
      await readEndpoint(ctx, endpointId);
      const input = { owner: endpointSecretsOf(endpointId), ...c.req.valid('json') };
      const { signingSecret, secret } = await createSigningSecret({ ctx, input });
      const { id, createdAt } = signingSecret;
      return c.json({ id, createdAt: isoTime(createdAt), secret }, 201);
    })
    .openapi(deleteSecret, async (c) => {
      const { id: endpointId, secretId: id } = c.req.valid('param');
      const input = { owner: endpointSecretsOf(endpointId), id };
      await retireSigningSecret({ ctx: c.var.ctx, input });
      return c.body(null, 204);
    });
}
