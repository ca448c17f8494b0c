import { z } from '@hono/zod-openapi';
import {
  setPrioritization,
  toggleHighPriority,
} from '@/lib/commands/prioritization/set-prioritization';
import { countContacts } from '@/lib/commands/segments/count-contacts';
import { deleteSegment } from '@/lib/commands/segments/delete-segment';
import { previewSegment } from '@/lib/commands/segments/preview-segment';
import { saveSegment } from '@/lib/commands/segments/save-segment';
import { readPrioritization, readSegments } from '@/lib/desk/reads/segments';
import { answerLines, NDJSON } from './answer-lines';
import {
  answers,
  answersNothing,
  createRoute,
  creates,
  errorAnswers,
  jsonBody,
  newApi,
} from './route';
import {
  conditionsSchema,
  errorSchema,
  joinSchema,
  movedSchema,
  nameSchema,
  prioritizationSchema,
  segmentSchema,
  timeSchema,
} from './schemas';

const params = z.object({ id: z.string() });
const prioritizedParams = z.object({ segmentId: z.string() });

const list = createRoute({
  method: 'get',
  path: '/segments',
  summary: 'All segments, by name',
  responses: answers(z.array(segmentSchema), 'The segments'),
});

const create = createRoute({
  method: 'post',
  path: '/segments',
  summary: 'Make a segment',
  request: {
    body: jsonBody(
      z.strictObject({ name: nameSchema, join: joinSchema, conditions: conditionsSchema }),
    ),
  },
  responses: creates(segmentSchema, 'The segment'),
});

const change = createRoute({
  method: 'patch',
  path: '/segments/{id}',
  summary: 'Edit a segment; `expect`, the changedAt the editor saw, guards against a save between',
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        name: nameSchema.optional(),
        join: joinSchema.optional(),
        conditions: conditionsSchema.optional(),
        expect: timeSchema.optional(),
      }),
    ),
  },
  responses: answers(segmentSchema, 'The segment'),
});

const remove = createRoute({
  method: 'delete',
  path: '/segments/{id}',
  summary: 'Delete a segment',
  request: { params },
  responses: answersNothing,
});

const preview = createRoute({
  method: 'post',
  path: '/segments/preview',
  summary: 'Who would match these conditions, and which queued conversations would move',
  request: {
    body: jsonBody(
      z.strictObject({
        join: joinSchema,
        conditions: conditionsSchema,
        id: z.string().optional(),
        highPriority: z.boolean().optional(),
      }),
    ),
  },
  responses: answers(
    z.object({
      sentence: z.string(),
      contacts: z.int().openapi({ description: 'Those with an open conversation' }),
      conversations: z.int(),
      matches: z.array(
        z.object({ conversationId: z.string(), name: z.string(), channel: z.string() }),
      ),
      moves: z.array(movedSchema),
      moved: z.int(),
    }),
    'The preview; nothing was changed',
  ),
});

const countSchema = z
  .object({
    scanned: z.int(),
    total: z.int(),
    contacts: z.int().openapi({ description: 'How many of those scanned match' }),
    done: z.boolean().openapi({ description: 'True on the last line, and on no other' }),
  })
  .openapi('ContactCount');

const count = createRoute({
  method: 'post',
  path: '/segments/count',
  summary: 'How many of all contacts would match these conditions',
  description:
    'Reads every contact in the background, and answers a line as it goes: how far it has come, ten times a second at most, and at last the count. It ends when the client closes the connection. A line with an error is the last one.',
  request: {
    body: jsonBody(
      z.strictObject({
        join: joinSchema,
        conditions: conditionsSchema,
        id: z.string().optional(),
      }),
    ),
  },
  responses: {
    200: {
      description: 'The count as it goes; nothing was changed',
      content: { [NDJSON]: { schema: z.union([countSchema, errorSchema]) } },
    },
    ...errorAnswers,
  },
});

const getList = createRoute({
  method: 'get',
  path: '/prioritization',
  summary: 'The Prioritization list',
  responses: answers(prioritizationSchema, 'The high-priority segments'),
});

const putList = createRoute({
  method: 'put',
  path: '/prioritization',
  summary: 'Make these the high-priority segments',
  request: {
    body: jsonBody(
      z.strictObject({ segmentIds: z.array(z.string()), expect: z.int().min(0).optional() }),
    ),
  },
  responses: answers(prioritizationSchema, 'The high-priority segments'),
});

const prioritize = createRoute({
  method: 'put',
  path: '/prioritization/{segmentId}',
  summary: 'Make one segment high-priority',
  request: { params: prioritizedParams },
  responses: answers(prioritizationSchema, 'The high-priority segments'),
});

const unprioritize = createRoute({
  method: 'delete',
  path: '/prioritization/{segmentId}',
  summary: 'Take one segment off the Prioritization list',
  request: { params: prioritizedParams },
  responses: answers(prioritizationSchema, 'The high-priority segments'),
});

/** Customer segments and the Prioritization list. `onError` is told why a count has failed. */
export function segmentRoutes(onError: (error: unknown) => void) {
  return newApi()
    .openapi(list, (c) => c.json(readSegments(c.var.ctx), 200))
    .openapi(create, async (c) => {
      const input = c.req.valid('json');
      return c.json(await saveSegment({ ctx: c.var.ctx, input }), 201);
    })
    .openapi(preview, async (c) => {
      const input = c.req.valid('json');
      return c.json(await previewSegment({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(count, (c) => {
      const input = c.req.valid('json');
      return answerLines(c, countContacts({ ctx: c.var.ctx, input }), onError);
    })
    .openapi(change, async (c) => {
      const input = { ...c.req.valid('json'), id: c.req.valid('param').id };
      return c.json(await saveSegment({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(remove, async (c) => {
      await deleteSegment({ ctx: c.var.ctx, input: c.req.valid('param') });
      return c.body(null, 204);
    })
    .openapi(getList, (c) => c.json(readPrioritization(c.var.ctx), 200))
    .openapi(putList, async (c) => {
      const input = c.req.valid('json');
      return c.json(await setPrioritization({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(prioritize, async (c) => {
      const input = { ...c.req.valid('param'), highPriority: true };
      return c.json(await toggleHighPriority({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(unprioritize, async (c) => {
      const input = { ...c.req.valid('param'), highPriority: false };
      return c.json(await toggleHighPriority({ ctx: c.var.ctx, input }), 200);
    });
}
