import { z } from '@hono/zod-openapi';
import { forgetContact } from '@/lib/commands/contacts/forget-contact';
import { undoContactValues } from '@/lib/commands/contacts/undo-contact-values';
import { writeContactValues } from '@/lib/commands/contacts/write-contact-values';
import { readBelongings, readContact, readHistory } from '@/lib/desk/reads/contact';
import { findContacts } from '@/lib/desk/reads/contacts';
import { answerLines, NDJSON } from './answer-lines';
import {
  belongingsSchema,
  contactDetailSchema,
  contactFilterSchema,
  foundContactsSchema,
  historySchema,
  MAX_QUERY_LENGTH,
} from './contact-schemas';
import { DEFAULT_LIMIT, MAX_LIMIT, wholeNumber } from './query';
import { answers, answersNothing, createRoute, errorAnswers, jsonBody, newApi } from './route';
import { errorSchema, valueSchema, valuesSchema } from './schemas';

const params = z.object({ id: z.string() });
const limitQuery = wholeNumber(1, MAX_LIMIT, DEFAULT_LIMIT);

const find = createRoute({
  method: 'post',
  path: '/contacts/find',
  summary: 'The contacts that a filter holds, the newest first',
  description:
    'At most `limit` of them, those after the contact `after`. Where values decide, every contact is looked at in the background, and it answers a line as it goes: those found since the last one, and how far it has come. After the page is full it counts on until the client closes the connection. With a `query` it is one line: those of the 200 best that pass, the best first. A line with an error is the last one.',
  request: {
    body: jsonBody(
      z.strictObject({
        filter: contactFilterSchema.optional(),
        query: z.string().min(1).max(MAX_QUERY_LENGTH).optional(),
        after: z.string().optional(),
        limit: z.int().min(1).max(MAX_LIMIT).optional(),
      }),
    ),
  },
  responses: {
    200: {
      description: 'Contacts as they are found',
      content: { [NDJSON]: { schema: z.union([foundContactsSchema, errorSchema]) } },
    },
    ...errorAnswers,
  },
});

const get = createRoute({
  method: 'get',
  path: '/contacts/by-id/{id}',
  summary: 'All that is known of a contact, by the contactId of other answers',
  request: { params },
  responses: answers(contactDetailSchema, 'The contact'),
});

const getHistory = createRoute({
  method: 'get',
  path: '/contacts/by-id/{id}/history',
  summary: 'What happened to a contact, the newest first',
  description:
    'What its customers wrote, what was answered and done, and how its values changed, who did it and when; with an `attribute`, the changes of its value alone.',
  request: {
    params,
    query: z.strictObject({
      before: z.string().optional().openapi({ description: '`next` of the page before' }),
      attribute: z.string().optional(),
      limit: limitQuery,
    }),
  },
  responses: answers(historySchema, 'One page of it'),
});

const writtenSchema = z.object({
  contactId: z.string(),
  externalId: z.string(),
  values: z.array(valueSchema),
  revision: z.int().openapi({ description: 'By this it can be taken back' }),
});

const patchValues = createRoute({
  method: 'patch',
  path: '/contacts/by-id/{id}/attributes',
  summary: 'Write values of a contact by hand, all or none; null takes one away',
  request: { params, body: jsonBody(z.strictObject({ values: valuesSchema })) },
  responses: answers(writtenSchema, 'The contact with all its values'),
});

const postUndo = createRoute({
  method: 'post',
  path: '/contacts/by-id/{id}/undo',
  summary: 'Take written values back: each is what it was before',
  request: { params, body: jsonBody(z.strictObject({ revision: z.int().min(1) })) },
  responses: answers(z.object({ revision: z.int() }), 'They are taken back'),
});

const getBelongings = createRoute({
  method: 'get',
  path: '/contacts/by-id/{id}/belongings',
  summary: 'How much would go with a contact that is forgotten',
  request: { params },
  responses: answers(belongingsSchema, 'What belongs to it, counted'),
});

const postForget = createRoute({
  method: 'post',
  path: '/contacts/by-id/{id}/forget',
  summary: 'Delete all that is known of a contact, for good',
  description:
    'Values, conversations with their messages, files and drafts, and the personal part of every entry of the journal about it. `name` is what the contact is called, or its external id while it has no name, to be sure that it is meant. Who writes in again with the same external id is somebody new.',
  request: { params, body: jsonBody(z.strictObject({ name: z.string().min(1) })) },
  responses: answersNothing,
});

/** All contacts: finding them, what is known of one, and what happened to it. */
export function contactBookRoutes(onError: (error: unknown) => void) {
  return newApi()
    .openapi(find, (c) => {
      const { filter = {}, limit = DEFAULT_LIMIT, ...rest } = c.req.valid('json');
      const request = { filter, limit, ...rest };
      return answerLines(c, findContacts(c.var.ctx, request, c.req.raw.signal), onError);
    })
    .openapi(get, async (c) => c.json(await readContact(c.var.ctx, c.req.valid('param').id), 200))
    .openapi(getHistory, async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await readHistory(c.var.ctx, id, c.req.valid('query')), 200);
    })
    .openapi(patchValues, async (c) => {
      const values = new Map(Object.entries(c.req.valid('json').values));
      const input = { contactId: c.req.valid('param').id, values };
      return c.json(await writeContactValues({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(getBelongings, async (c) =>
      c.json(await readBelongings(c.var.ctx, c.req.valid('param').id), 200),
    )
    .openapi(postForget, async (c) => {
      const input = { contactId: c.req.valid('param').id, ...c.req.valid('json') };
      await forgetContact({ ctx: c.var.ctx, input });
      return c.body(null, 204);
    })
    .openapi(postUndo, async (c) => {
      const input = { contactId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(await undoContactValues({ ctx: c.var.ctx, input }), 200);
    });
}
