import { z } from '@hono/zod-openapi';
import { deleteCannedReply } from '@/lib/commands/canned-replies/delete-canned-reply';
import { saveCannedReply } from '@/lib/commands/canned-replies/save-canned-reply';
import { readCannedReplies } from '@/lib/desk/reads/canned-replies';
import { answers, answersNothing, createRoute, creates, jsonBody, newApi } from './route';
import { cannedReplySchema, messageSchema, nameSchema } from './schemas';

const params = z.object({ id: z.string() });

const list = createRoute({
  method: 'get',
  path: '/canned-replies',
  summary: 'The texts that the team answers with, by title',
  responses: answers(z.array(cannedReplySchema), 'The canned replies'),
});

const create = createRoute({
  method: 'post',
  path: '/canned-replies',
  summary: 'Make a canned reply',
  description:
    'In its text `{{key}}` stands for what is known of the contact, `{{key|fallback}}` for that or else the fallback, and `{{my_name}}` for who answers.',
  request: { body: jsonBody(z.strictObject({ title: nameSchema, text: messageSchema })) },
  responses: creates(cannedReplySchema, 'The canned reply'),
});

const change = createRoute({
  method: 'patch',
  path: '/canned-replies/{id}',
  summary:
    'Change a canned reply; `expect`, the revision the editor saw, guards against a save between',
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        title: nameSchema.optional(),
        text: messageSchema.optional(),
        expect: z.int().min(0).optional(),
      }),
    ),
  },
  responses: answers(cannedReplySchema, 'The canned reply'),
});

const remove = createRoute({
  method: 'delete',
  path: '/canned-replies/{id}',
  summary: 'Delete a canned reply',
  request: { params },
  responses: answersNothing,
});

/** What the team answers with again and again. */
export function cannedReplyRoutes() {
  return newApi()
    .openapi(list, async (c) => c.json(await readCannedReplies(c.var.ctx), 200))
    .openapi(create, async (c) => {
      const input = c.req.valid('json');
      return c.json(await saveCannedReply({ ctx: c.var.ctx, input }), 201);
    })
    .openapi(change, async (c) => {
      const input = { ...c.req.valid('json'), id: c.req.valid('param').id };
      return c.json(await saveCannedReply({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(remove, async (c) => {
      await deleteCannedReply({ ctx: c.var.ctx, input: c.req.valid('param') });
      return c.body(null, 204);
    });
}
