import { z } from '@hono/zod-openapi';
import { ATTRIBUTE_KEY, FORMATS } from '@/lib/attributes/attribute';
import { changeAttribute } from '@/lib/commands/attributes/change-attribute';
import { createAttribute } from '@/lib/commands/attributes/create-attribute';
import { deleteAttribute } from '@/lib/commands/attributes/delete-attribute';
import { previewAttribute } from '@/lib/commands/attributes/preview-attribute';
import { reorderAttributes } from '@/lib/commands/attributes/reorder-attributes';
import { readAttributes, readDependents } from '@/lib/desk/reads/attributes';
import { readCoverage } from '@/lib/desk/reads/coverage';
import { answerLines, NDJSON } from './answer-lines';
import { coverageSchema } from './coverage-schema';
import {
  answers,
  answersNothing,
  createRoute,
  creates,
  errorAnswers,
  jsonBody,
  newApi,
} from './route';
import { attributeSchema, errorSchema, managerSchema, movedSchema, nameSchema } from './schemas';

const params = z.object({ key: z.string() });

const list = createRoute({
  method: 'get',
  path: '/attributes',
  summary: 'The catalogue, in its order',
  responses: answers(z.array(attributeSchema), 'All attributes'),
});

const create = createRoute({
  method: 'post',
  path: '/attributes',
  summary: 'Add an attribute; its key, format and manager never change',
  request: {
    body: jsonBody(
      z.strictObject({
        key: z.string().regex(ATTRIBUTE_KEY, 'A key has small letters, digits and _ only.'),
        label: nameSchema,
        format: z.enum(FORMATS),
        manager: managerSchema,
      }),
    ),
  },
  responses: creates(attributeSchema, 'The attribute'),
});

const reorder = createRoute({
  method: 'put',
  path: '/attributes/order',
  summary: 'Put the attributes in order',
  request: { body: jsonBody(z.strictObject({ keys: z.array(z.string()) })) },
  responses: answersNothing,
});

const change = createRoute({
  method: 'patch',
  path: '/attributes/{key}',
  summary: 'Rename, enable or disable an attribute',
  request: {
    params,
    body: jsonBody(
      z.strictObject({ label: nameSchema.optional(), enabled: z.boolean().optional() }),
    ),
  },
  responses: answers(attributeSchema, 'The attribute'),
});

const remove = createRoute({
  method: 'delete',
  path: '/attributes/{key}',
  summary: 'Delete an attribute that nothing names any more, with its values',
  request: { params },
  responses: answersNothing,
});

const channelsSchema = z.array(z.object({ channel: z.string(), label: z.string() }));

const dependents = createRoute({
  method: 'get',
  path: '/attributes/{key}/dependents',
  summary: 'What names an attribute, and how many contacts have a value',
  request: { params },
  responses: answers(
    z.object({
      segments: z.array(z.object({ id: z.string(), name: z.string() })),
      cannedReplies: z.array(z.object({ id: z.string(), title: z.string() })),
      mappings: channelsSchema.openapi({ description: 'Webhook channels that fill it' }),
      messengers: channelsSchema.openapi({ description: 'Messengers that ask for it' }),
      crm: z.boolean().openapi({ description: 'Whether the CRM is asked by it, or fills it' }),
      contacts: z.int(),
    }),
    'What depends on it',
  ),
});

const preview = createRoute({
  method: 'post',
  path: '/attributes/{key}/preview',
  summary: 'Which segments would match otherwise, and who would move, were it enabled or disabled',
  request: { params, body: jsonBody(z.strictObject({ enabled: z.boolean() })) },
  responses: answers(
    z.object({
      conversations: z.int().openapi({ description: 'The open ones whose priority would change' }),
      moves: z.array(movedSchema).openapi({ description: 'The first New ones that would move' }),
      moved: z.int().openapi({ description: 'How many would move' }),
      segments: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          highPriority: z.boolean(),
          from: z.int().openapi({ description: 'Contacts with an open conversation that match' }),
          to: z.int().openapi({ description: 'Those that would match then' }),
        }),
      ),
    }),
    'The preview; nothing was changed',
  ),
});

const coverageRoute = createRoute({
  method: 'get',
  path: '/attributes/{key}/coverage',
  summary: 'How many of all contacts have a value, from where, and how the values are spread',
  description:
    'Reads every contact in the background, and answers a line as it goes: what it has found so far, ten times a second at most, and at last all of it. It ends when the client closes the connection. A line with an error is the last one.',
  request: { params },
  responses: {
    200: {
      description: 'The coverage as it is counted',
      content: { [NDJSON]: { schema: z.union([coverageSchema, errorSchema]) } },
    },
    ...errorAnswers,
  },
});

/** The catalogue of contact attributes. `onError` is told why counting one has failed. */
export function attributeRoutes(onError: (error: unknown) => void) {
  return newApi()
    .openapi(list, (c) => c.json(readAttributes(c.var.ctx), 200))
    .openapi(create, async (c) => {
      const input = c.req.valid('json');
      return c.json(await createAttribute({ ctx: c.var.ctx, input }), 201);
    })
    .openapi(reorder, async (c) => {
      await reorderAttributes({ ctx: c.var.ctx, input: c.req.valid('json') });
      return c.body(null, 204);
    })
    .openapi(change, async (c) => {
      const input = { key: c.req.valid('param').key, ...c.req.valid('json') };
      return c.json(await changeAttribute({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(remove, async (c) => {
      await deleteAttribute({ ctx: c.var.ctx, input: c.req.valid('param') });
      return c.body(null, 204);
    })
    .openapi(preview, async (c) => {
      const input = { key: c.req.valid('param').key, ...c.req.valid('json') };
      return c.json(await previewAttribute({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(coverageRoute, (c) =>
      answerLines(c, readCoverage(c.var.ctx, c.req.valid('param').key), onError),
    )
    .openapi(dependents, async (c) =>
      c.json(await readDependents(c.var.ctx, c.req.valid('param').key), 200),
    );
}
