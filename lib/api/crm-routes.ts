import { z } from '@hono/zod-openapi';
import { createSigningSecret } from '@/lib/commands/channels/create-signing-secret';
import { retireSigningSecret } from '@/lib/commands/channels/retire-signing-secret';
import { lookUpContact } from '@/lib/commands/crm/look-up-contact';
import { saveCrmConnection } from '@/lib/commands/crm/save-crm-connection';
import { tryCrm } from '@/lib/crm/try-crm';
import { CRM_SECRET_OWNER } from '@/lib/desk/crm';
import { isoTime } from '@/lib/desk/iso-time';
import { readCrm } from '@/lib/desk/reads/crm';
import type { GuardedFetch } from '@/lib/outgoing/guarded-fetch';
import { workedSchema } from './conversation-schemas';
import { connectionSchema } from './crm-schemas';
import { answers, answersNothing, createRoute, creates, jsonBody, newApi } from './route';
import { externalIdSchema, timeSchema } from './schemas';

const secretSchema = z.object({ id: z.string(), createdAt: timeSchema });

const crmSchema = z
  .object({
    connection: connectionSchema.nullable(),
    revision: z.int(),
    secrets: z.array(secretSchema),
  })
  .openapi('Crm');

const triedSchema = z
  .object({
    key: z.string(),
    status: z.int().nullable(),
    tookMs: z.int().nullable(),
    isKnown: z.boolean().nullable(),
    answer: z.string().nullable(),
    version: z.string().nullable(),
    fields: z.array(
      z.object({
        path: z.string(),
        attribute: z.string(),
        found: z.string().nullable(),
        problem: z.string().nullable(),
      }),
    ),
    problem: z.string().nullable(),
  })
  .openapi('CrmTried');

const getCrm = createRoute({
  method: 'get',
  path: '/crm',
  summary: 'How the desk asks the CRM; null until somebody has said so',
  responses: answers(crmSchema, 'The connection'),
});

const putCrm = createRoute({
  method: 'put',
  path: '/crm',
  summary:
    'Say how the desk asks the CRM; `expect`, the revision the editor saw, guards against a save between',
  request: {
    body: jsonBody(connectionSchema.extend({ expect: z.int().min(0).optional() }).strict()),
  },
  responses: answers(crmSchema, 'The connection'),
});

const postTry = createRoute({
  method: 'post',
  path: '/crm/try',
  summary: 'Ask the CRM about a contact and see what came back; nothing is kept',
  request: {
    body: jsonBody(
      connectionSchema.extend({ channel: z.string(), externalId: externalIdSchema }).strict(),
    ),
  },
  responses: answers(triedSchema, 'What came back, also where that was no use'),
});

const postSecret = createRoute({
  method: 'post',
  path: '/crm/secrets',
  summary:
    'Make a secret that the desk and the CRM sign with, or keep the CRM’s, shown this once; two live at once',
  request: { body: jsonBody(z.strictObject({ secret: z.string().optional() })) },
  responses: creates(secretSchema.extend({ secret: z.string() }), 'The secret'),
});

const deleteSecret = createRoute({
  method: 'delete',
  path: '/crm/secrets/{id}',
  summary: 'Retire a secret of the CRM',
  request: { params: z.object({ id: z.string() }) },
  responses: answersNothing,
});

const postLookup = createRoute({
  method: 'post',
  path: '/conversations/{id}/lookup',
  summary: 'Look the conversation’s contact up in the CRM now',
  description:
    'Answers at once; what comes of it shows in the conversation. 409 where no CRM is connected for the channel.',
  request: { params: z.object({ id: z.string() }) },
  responses: answers(workedSchema, 'It is asked for'),
});

/** The CRM: how it is asked, and asking it. */
export function crmRoutes(fetcher: GuardedFetch) {
  return newApi()
    .openapi(getCrm, async (c) => c.json(wireOf(await readCrm(c.var.ctx)), 200))
    .openapi(putCrm, async (c) => {
      const { ctx } = c.var;
      const { expect, ...connection } = c.req.valid('json');
      await saveCrmConnection({ ctx, input: { connection, expect } });
      return c.json(wireOf(await readCrm(ctx)), 200);
    })
    .openapi(postTry, async (c) => {
      const { channel, externalId, ...connection } = c.req.valid('json');
      const input = { connection, channel, externalId };
      return c.json(await tryCrm({ ctx: c.var.ctx, fetcher, input }), 200);
    })
    .openapi(postSecret, async (c) => {
      const input = { owner: CRM_SECRET_OWNER, ...c.req.valid('json') };
      const { signingSecret, secret } = await createSigningSecret({ ctx: c.var.ctx, input });
      const { id, createdAt } = signingSecret;
      return c.json({ id, createdAt: isoTime(createdAt), secret }, 201);
    })
    .openapi(deleteSecret, async (c) => {
      const { id } = c.req.valid('param');
      await retireSigningSecret({ ctx: c.var.ctx, input: { owner: CRM_SECRET_OWNER, id } });
      return c.body(null, 204);
    })
    .openapi(postLookup, async (c) => {
      const input = { conversationId: c.req.valid('param').id };
      return c.json(await lookUpContact({ ctx: c.var.ctx, input }), 200);
    });
}

/** Lists of its own: what was read stays as it is. */
function wireOf({ connection, ...rest }: Awaited<ReturnType<typeof readCrm>>) {
  if (!connection) return { ...rest, connection };
  const { fields, channels } = connection;
  return { ...rest, connection: { ...connection, fields: [...fields], channels: [...channels] } };
}
