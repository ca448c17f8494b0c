import { z } from '@hono/zod-openapi';
import { takeNext } from '@/lib/commands/conversations/take-next';
import { readLoad } from '@/lib/desk/reads/load';
import { checkedFilter, readQueue } from '@/lib/desk/reads/queue';
import { workedSchema } from './conversation-schemas';
import { filterOfQuery, filterQuery, filterSchema, orderSchema, pageQuery } from './query';
import { answers, createRoute, jsonBody, newApi } from './route';
import { queueEntrySchema, timeSchema } from './schemas';

const getQueue = createRoute({
  method: 'get',
  path: '/queue',
  summary: 'One window of the queue, true at its revision',
  request: {
    query: z.strictObject({ ...filterQuery, order: orderSchema.optional(), ...pageQuery }),
  },
  responses: answers(
    z.object({
      epoch: z.string(),
      revision: z.int(),
      total: z.int(),
      entries: z.array(queueEntrySchema),
    }),
    'The window',
  ),
});

const postTake = createRoute({
  method: 'post',
  path: '/queue/take',
  summary: 'Take the highest unowned New conversation of a filter',
  request: { body: jsonBody(z.strictObject({ filter: filterSchema.optional() })) },
  responses: answers(workedSchema, 'The conversation is the caller’s'),
});

const getLoad = createRoute({
  method: 'get',
  path: '/load',
  summary: 'How many wait, and how many conversations each person has open',
  responses: answers(
    z.object({
      waiting: z.int(),
      oldestWaitingSince: timeSchema.nullable(),
      unowned: z.int(),
      people: z.array(z.object({ id: z.string(), name: z.string(), open: z.int() })),
    }),
    'The load',
  ),
});

/** The queue as one filter shows it, and Take next. */
export function queueRoutes() {
  return newApi()
    .openapi(getQueue, (c) => {
      const { order, offset, limit, ...filter } = c.req.valid('query');
      const request = { filter: filterOfQuery(filter), order: order ?? 'priority', offset, limit };
      return c.json(readQueue(c.var.ctx, request), 200);
    })
    .openapi(postTake, async (c) => {
      const { ctx } = c.var;
      const { filter = {} } = c.req.valid('json');
      const checked = checkedFilter(ctx.desk.memory, ctx.caller, filter);
      return c.json(await takeNext({ ctx, input: { filter: checked } }), 200);
    })
    .openapi(getLoad, (c) => c.json(readLoad(c.var.ctx), 200));
}
