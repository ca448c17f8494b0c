import { z } from '@hono/zod-openapi';
import { deleteSavedView } from '@/lib/commands/saved-views/delete-saved-view';
import { reorderSavedViews } from '@/lib/commands/saved-views/reorder-saved-views';
import { saveSavedView } from '@/lib/commands/saved-views/save-saved-view';
import { MAX_SAVED_VIEWS } from '@/lib/desk/checks';
import { readSavedViews } from '@/lib/desk/reads/saved-views';
import { filterSchema, orderSchema } from './query';
import { answers, answersNothing, createRoute, creates, jsonBody, newApi } from './route';
import { nameSchema, rowColumnsSchema, savedViewSchema } from './schemas';

const params = z.object({ id: z.string() });

const list = createRoute({
  method: 'get',
  path: '/views',
  summary: 'The saved views of the caller: the shared ones, then their own',
  responses: answers(z.array(savedViewSchema), 'The saved views'),
});

const create = createRoute({
  method: 'post',
  path: '/views',
  summary: 'Keep a filter, an order and what rows show under a name',
  description:
    'It is the caller’s own and nobody else sees it, unless `shared` is true. The owner `mine` is whoever looks. In the journal a personal one has no name and no filter.',
  request: {
    body: jsonBody(
      z.strictObject({
        name: nameSchema,
        shared: z.boolean().optional(),
        filter: filterSchema.optional(),
        order: orderSchema.optional(),
        columns: rowColumnsSchema.optional(),
      }),
    ),
  },
  responses: creates(savedViewSchema, 'The saved view'),
});

const change = createRoute({
  method: 'patch',
  path: '/views/{id}',
  summary:
    'Change a saved view; `expect`, the revision the editor saw, guards against a save between',
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        name: nameSchema.optional(),
        filter: filterSchema.optional(),
        order: orderSchema.optional(),
        columns: rowColumnsSchema.optional(),
        expect: z.int().min(0).optional(),
      }),
    ),
  },
  responses: answers(savedViewSchema, 'The saved view'),
});

const reorder = createRoute({
  method: 'put',
  path: '/views/order',
  summary: 'Put the shared views, or one’s own, in order',
  request: {
    body: jsonBody(
      z.strictObject({ shared: z.boolean(), ids: z.array(z.string()).max(MAX_SAVED_VIEWS) }),
    ),
  },
  responses: answersNothing,
});

const remove = createRoute({
  method: 'delete',
  path: '/views/{id}',
  summary: 'Delete a saved view',
  request: { params },
  responses: answersNothing,
});

/** Filters of the queue that people come back to. */
export function savedViewRoutes() {
  return newApi()
    .openapi(list, async (c) => c.json(await readSavedViews(c.var.ctx), 200))
    .openapi(create, async (c) => {
      const input = c.req.valid('json');
      return c.json(await saveSavedView({ ctx: c.var.ctx, input }), 201);
    })
    .openapi(reorder, async (c) => {
      await reorderSavedViews({ ctx: c.var.ctx, input: c.req.valid('json') });
      return c.body(null, 204);
    })
    .openapi(change, async (c) => {
      const input = { ...c.req.valid('json'), id: c.req.valid('param').id };
      return c.json(await saveSavedView({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(remove, async (c) => {
      await deleteSavedView({ ctx: c.var.ctx, input: c.req.valid('param') });
      return c.body(null, 204);
    });
}
