import { z } from '@hono/zod-openapi';
import { actOnMany, type Chosen } from '@/lib/commands/conversations/act-on-many';
import { undoMany } from '@/lib/commands/conversations/undo-many';
import { invalid } from '@/lib/desk/errors';
import { answerLines, NDJSON } from './answer-lines';
import { filterSchema, orderSchema } from './query';
import { createRoute, errorAnswers, jsonBody, newApi } from './route';
import { errorSchema, messageSchema, timeSchema } from './schemas';

const MAX_NAMED = 10_000;

const chosen = {
  conversationIds: z.array(z.string()).min(1).max(MAX_NAMED).optional(),
  filter: filterSchema.optional(),
  order: orderSchema.optional(),
};
const note = messageSchema.optional();

const actSchema = z.discriminatedUnion('act', [
  z.strictObject({ ...chosen, act: z.enum(['resolve', 'pend', 'new', 'take', 'release']) }),
  z.strictObject({ ...chosen, act: z.literal('assign'), personId: z.string(), note }),
  z.strictObject({
    ...chosen,
    act: z.literal('boomerang'),
    returnsAt: timeSchema.transform((time) => Date.parse(time)),
    note,
  }),
]);

const progressSchema = z
  .object({
    bulkId: z.string().openapi({
      description:
        'By this it can be taken back; its entries in the journal have the cause `bulk:{bulkId}`',
    }),
    total: z.int(),
    done: z.int().openapi({ description: 'Those that are as asked' }),
    failed: z.int(),
    failures: z
      .array(
        z.object({
          conversationId: z.string(),
          name: z.string().nullable(),
          code: z.string(),
          message: z.string(),
        }),
      )
      .openapi({ description: 'Those that failed since the last line, and why' }),
    finished: z.boolean().openapi({ description: 'True on the last line, and on no other' }),
  })
  .openapi('BulkProgress');

const LINES = {
  200: {
    description: 'How far it has come, as it goes',
    content: { [NDJSON]: { schema: z.union([progressSchema, errorSchema]) } },
  },
  ...errorAnswers,
} as const;

const postAct = createRoute({
  method: 'post',
  path: '/conversations/bulk',
  summary: 'Do one thing to many conversations',
  description:
    'To those of `conversationIds`, or to all that `filter` holds at this moment, in the queue’s `order`. Each is done by the rules of its single call and has its own entry in the journal; one that is refused says why and stops no other. Answers a line as it goes. It stops where it is when the client closes the connection. A line with an error is the last one.',
  request: { body: jsonBody(actSchema) },
  responses: LINES,
});

const postUndo = createRoute({
  method: 'post',
  path: '/conversations/bulk/undo',
  summary: 'Take a bulk act back',
  description:
    'Each conversation stands again as before the act, by the rules of its single undo; one that something has happened to since is left as it is and told of. Answers as the act did.',
  request: { body: jsonBody(z.strictObject({ bulkId: z.string() })) },
  responses: LINES,
});

/** Working many conversations at once. `onError` is told why one has ended early. */
export function bulkActRoutes(onError: (error: unknown) => void) {
  return newApi()
    .openapi(postUndo, async (c) => {
      const input = c.req.valid('json');
      return answerLines(c, await undoMany({ ctx: c.var.ctx, input }), onError);
    })
    .openapi(postAct, (c) => {
      const { conversationIds, filter, order, ...act } = c.req.valid('json');
      const input = { chosen: chosenOf({ conversationIds, filter, order }), act };
      return answerLines(c, actOnMany({ ctx: c.var.ctx, input }), onError);
    });
}

type Asked = z.infer<z.ZodObject<typeof chosen>>;

function chosenOf({ conversationIds, filter, order }: Asked): Chosen {
  if (conversationIds && filter)
    throw invalid('Name the conversations, or give a filter; not both.', 'filter');
  if (conversationIds && order) throw invalid('An order goes with a filter.', 'order');
  if (conversationIds) return { conversationIds };
  if (!filter) throw invalid('Name the conversations, or give a filter.', 'conversationIds');
  return { filter, order: order ?? 'priority' };
}
