import { z } from '@hono/zod-openapi';
import { lookAtConversation } from '@/lib/commands/sights/look-at-conversation';
import { readUnread } from '@/lib/desk/reads/unread';
import { answers, answersNothing, createRoute, jsonBody, newApi } from './route';

const unreadSchema = z
  .object({
    conversationId: z.string(),
    owned: z.boolean(),
    messages: z.int(),
    firstMessageId: z.string().nullable(),
    mentioned: z.boolean(),
    assigned: z.boolean(),
  })
  .openapi('Unread');

const list = createRoute({
  method: 'get',
  path: '/unread',
  summary: 'Where the caller has something unread; for people',
  description:
    'Of the conversations that they own or have opened, or where they were mentioned or that were assigned to them: how many messages of others came since they looked, and whether they were called since. A resolved one only if a note mentions them.',
  responses: answers(z.array(unreadSchema), 'By conversation; none without anything unread'),
});

const see = createRoute({
  method: 'put',
  path: '/conversations/{id}/seen',
  summary: 'Say that the caller has looked at a conversation; for people',
  description:
    '`revision` is the one that the conversation’s header had when it was looked at. Who has looked further stays there.',
  request: {
    params: z.object({ id: z.string() }),
    body: jsonBody(z.strictObject({ revision: z.int().min(1) })),
  },
  responses: answersNothing,
});

/** What people have not looked at yet, each their own. */
export function unreadRoutes() {
  return newApi()
    .openapi(list, async (c) => c.json(await readUnread(c.var.ctx), 200))
    .openapi(see, async (c) => {
      const input = { conversationId: c.req.valid('param').id, ...c.req.valid('json') };
      await lookAtConversation({ ctx: c.var.ctx, input });
      return c.body(null, 204);
    });
}
