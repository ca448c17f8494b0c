import { z } from '@hono/zod-openapi';
import { receiveMessage } from '@/lib/commands/channels/receive-message';
import { sourceUsualFor } from '@/lib/commands/contacts/source-of';
import { upsertContact } from '@/lib/commands/contacts/upsert-contact';
import { type ValuesWritten, writeValues } from '@/lib/commands/contacts/write-values';
import { invalid } from '@/lib/desk/errors';
import { DESK_NAMESPACE } from '@/lib/desk/facts';
import type { SourceVersion } from '@/lib/desk/source-version';
import { answers, createRoute, createsOrFinds, jsonBody, newApi } from './route';
import {
  externalIdSchema,
  managerSchema,
  messageSchema,
  nameSchema,
  staleSchema,
  timeSchema,
  valueSchema,
  valuesSchema,
  versionSchema,
} from './schemas';

const params = z.object({ externalId: externalIdSchema });
const contactSchema = z.object({
  contactId: z.string(),
  externalId: z.string(),
  values: z.array(valueSchema),
  stale: staleSchema,
});

const putContact = createRoute({
  method: 'put',
  path: '/contacts/{externalId}',
  summary: 'Make a contact, or write values of one that exists',
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        name: nameSchema.optional(),
        as: managerSchema.optional(),
        values: valuesSchema.optional(),
        version: versionSchema.optional(),
      }),
    ),
  },
  responses: createsOrFinds(contactSchema, 'The contact with all its values'),
});

const patchAttributes = createRoute({
  method: 'patch',
  path: '/contacts/{externalId}/attributes',
  summary: 'Write values of a contact, all or none; null takes one away',
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        as: managerSchema,
        values: valuesSchema,
        version: versionSchema.optional(),
      }),
    ),
  },
  responses: answers(contactSchema, 'The contact with all its values'),
});

const postMessage = createRoute({
  method: 'post',
  path: '/channels/{key}/messages',
  summary: 'A customer’s message arrives',
  description:
    'The message is always kept; attributes that could not be are listed in `refused`. The same externalMessageId again answers 200 with the first result and changes nothing.',
  request: {
    params: z.object({ key: z.string() }),
    body: jsonBody(
      z.strictObject({
        contact: z.strictObject({
          externalId: externalIdSchema,
          name: z.string().optional(),
          attributes: valuesSchema.optional(),
        }),
        text: messageSchema,
        externalMessageId: externalIdSchema,
        sentAt: timeSchema.optional(),
      }),
    ),
  },
  responses: createsOrFinds(
    z.object({
      contactId: z.string(),
      conversationId: z.string(),
      messageId: z.string(),
      refused: z.array(z.object({ attribute: z.string(), message: z.string() })),
    }),
    'The message is kept',
  ),
});

/** Where facts come in: contacts, their values, and customers' messages. */
export function contactRoutes() {
  return newApi()
    .openapi(putContact, async (c) => {
      const { ctx } = c.var;
      const { name, as, values = {}, version } = c.req.valid('json');
      const given = new Map(Object.entries(values));
      if (name !== undefined) {
        if (given.has('name')) throw invalid('Give the name once: here, or in values.', 'name');
        given.set('name', name);
      }
      const { externalId } = c.req.valid('param');
      const input = { externalId, as: as ?? sourceUsualFor(ctx.caller), values: given, version };
      const { created, ...written } = await upsertContact({ ctx, input });
      const contact = contactWire(written, version);
      return created ? c.json(contact, 201) : c.json(contact, 200);
    })
    .openapi(patchAttributes, async (c) => {
      const { as, values, version } = c.req.valid('json');
      const { externalId } = c.req.valid('param');
      const contact = { namespace: DESK_NAMESPACE, externalId };
      const input = { contact, as, values: new Map(Object.entries(values)), version };
      const written = await writeValues({ ctx: c.var.ctx, input });
      return c.json(contactWire(written, version), 200);
    })
    .openapi(postMessage, async (c) => {
      const { contact, text, externalMessageId, sentAt } = c.req.valid('json');
      const { receipt, first } = await receiveMessage({
        ctx: c.var.ctx,
        input: {
          channel: c.req.valid('param').key,
          contact: {
            externalId: contact.externalId,
            name: contact.name,
            attributes: new Map(Object.entries(contact.attributes ?? {})),
          },
          text,
          externalMessageId,
          sentAt: sentAt === undefined ? null : Date.parse(sentAt),
        },
      });
      return first ? c.json(receipt, 201) : c.json(receipt, 200);
    });
}

function contactWire(
  { contactId, externalId, values, stale }: ValuesWritten,
  version: SourceVersion | undefined,
) {
  return { contactId, externalId, values, ...(version === undefined ? {} : { stale }) };
}
