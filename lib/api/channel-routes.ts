import { z } from '@hono/zod-openapi';
import { createChannel } from '@/lib/commands/channels/create-channel';
import { createSigningSecret } from '@/lib/commands/channels/create-signing-secret';
import { retireSigningSecret } from '@/lib/commands/channels/retire-signing-secret';
import { saveMessenger } from '@/lib/commands/channels/save-messenger';
import { CHANNEL_KINDS, secretOwnerOf } from '@/lib/desk/facts';
import { isoTime } from '@/lib/desk/iso-time';
import { readChannels, readMessenger, readSigningSecrets } from '@/lib/desk/reads/channels';
import { messengerSchema } from './channel-schemas';
import { answers, answersNothing, createRoute, creates, jsonBody, newApi } from './route';
import { channelSchema, nameSchema, timeSchema } from './schemas';

const params = z.object({ key: z.string() });

const signingSecretSchema = z.object({ id: z.string(), createdAt: timeSchema });

const listChannels = createRoute({
  method: 'get',
  path: '/channels',
  summary: 'All channels',
  responses: answers(z.array(channelSchema), 'The channels'),
});

const postChannel = createRoute({
  method: 'post',
  path: '/channels',
  summary: 'Add a channel',
  request: {
    body: jsonBody(
      z.strictObject({
        key: z.string(),
        label: nameSchema,
        kind: z.enum(CHANNEL_KINDS).optional(),
      }),
    ),
  },
  responses: creates(channelSchema, 'The channel'),
});

const getMessenger = createRoute({
  method: 'get',
  path: '/channels/{key}/messenger',
  summary: 'The website messenger of a channel: who may embed it, and what visitors see',
  request: { params },
  responses: answers(messengerSchema, 'The messenger'),
});

const patchMessenger = createRoute({
  method: 'patch',
  path: '/channels/{key}/messenger',
  summary:
    'Change a channel’s messenger; `expect`, the revision the editor saw, guards against a save between',
  request: {
    params,
    body: jsonBody(
      messengerSchema
        .omit({ channel: true, revision: true })
        .partial()
        .extend({ expect: z.int().min(0).optional() })
        .strict(),
    ),
  },
  responses: answers(messengerSchema, 'The messenger'),
});

const listSecrets = createRoute({
  method: 'get',
  path: '/channels/{key}/secrets',
  summary: 'The live secrets that a channel’s site or sender signs with, without what they are',
  request: { params },
  responses: answers(z.array(signingSecretSchema), 'The secrets, the oldest first'),
});

const postSecret = createRoute({
  method: 'post',
  path: '/channels/{key}/secrets',
  summary:
    'Make a signing secret, or keep the other side’s, shown this once; two live at once, so that one can follow the other',
  request: {
    params,
    body: {
      content: {
        'application/json': { schema: z.strictObject({ secret: z.string().optional() }) },
      },
    },
  },
  responses: creates(signingSecretSchema.extend({ secret: z.string() }), 'The secret'),
});

const deleteSecret = createRoute({
  method: 'delete',
  path: '/channels/{key}/secrets/{id}',
  summary: 'Retire a signing secret',
  request: { params: params.extend({ id: z.string() }) },
  responses: answersNothing,
});

/** Channels: their messengers, and what signs for them. */
export function channelRoutes() {
  return newApi()
    .openapi(listChannels, (c) => c.json(readChannels(c.var.ctx), 200))
    .openapi(postChannel, async (c) => {
      const input = c.req.valid('json');
      return c.json(await createChannel({ ctx: c.var.ctx, input }), 201);
    })
    .openapi(getMessenger, async (c) =>
      c.json(wireOf(await readMessenger(c.var.ctx, c.req.valid('param').key)), 200),
    )
    .openapi(patchMessenger, async (c) => {
      const input = { ...c.req.valid('json'), channel: c.req.valid('param').key };
      return c.json(wireOf(await saveMessenger({ ctx: c.var.ctx, input })), 200);
    })
    .openapi(listSecrets, async (c) =>
      c.json(await readSigningSecrets(c.var.ctx, secretOwnerOf(c.req.valid('param').key)), 200),
    )
    .openapi(postSecret, async (c) => {
      const { ctx } = c.var;
      const owner = secretOwnerOf(c.req.valid('param').key);
      const input = { owner, ...c.req.valid('json') };
      const { signingSecret, secret } = await createSigningSecret({ ctx, input });
      const { id, createdAt } = signingSecret;
      return c.json({ id, createdAt: isoTime(createdAt), secret }, 201);
    })
    .openapi(deleteSecret, async (c) => {
      const { ctx } = c.var;
      const { key, id } = c.req.valid('param');
      await retireSigningSecret({ ctx, input: { owner: secretOwnerOf(key), id } });
      return c.body(null, 204);
    });
}

/** Lists of its own: what was read stays as it is. */
function wireOf<M extends { origins: readonly string[]; preChat: readonly object[] }>(
  messenger: M,
) {
  return { ...messenger, origins: [...messenger.origins], preChat: [...messenger.preChat] };
}
