import { z } from '@hono/zod-openapi';
import { keepDraft } from '@/lib/commands/drafts/keep-draft';
import { MAX_MESSAGE_LENGTH } from '@/lib/desk/checks';
import { notFound } from '@/lib/desk/errors';
import { DRAFT_MODES } from '@/lib/desk/facts';
import { draftWire, readDraft, readDrafts } from '@/lib/desk/reads/drafts';
import { answers, answersNothing, createRoute, jsonBody, newApi } from './route';
import { draftSchema } from './schemas';

const MAX_ID_LENGTH = 200;
const MAX_AGO_MS = 30 * 24 * 3_600_000;

const params = z.object({ id: z.string() });
const unsent = z.string().max(MAX_MESSAGE_LENGTH);

const list = createRoute({
  method: 'get',
  path: '/drafts',
  summary: 'What the caller has written and not sent, the last written first; for people',
  responses: answers(z.array(draftSchema), 'Their drafts'),
});

const get = createRoute({
  method: 'get',
  path: '/conversations/{id}/draft',
  summary: 'The caller’s own draft in a conversation; for people',
  request: { params },
  responses: answers(draftSchema, 'The draft'),
});

const put = createRoute({
  method: 'put',
  path: '/conversations/{id}/draft',
  summary: 'Keep what the caller has written and not sent; for people',
  description:
    'A reply and a note, each kept while the other is written; `mode` says which of them it is. `after` is the last message there was when the reply was begun. What was written last wins: with `agoMs`, how long ago that was, something later stays, and is answered. Empty texts take the draft away, and are answered where there is none.',
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        mode: z.enum(DRAFT_MODES),
        reply: unsent,
        note: unsent,
        after: z.string().min(1).max(MAX_ID_LENGTH).nullable().default(null),
        agoMs: z.int().min(0).max(MAX_AGO_MS).optional(),
      }),
    ),
  },
  responses: answers(draftSchema, 'The draft as it is now'),
});

const remove = createRoute({
  method: 'delete',
  path: '/conversations/{id}/draft',
  summary: 'Take the caller’s own draft away, if there is one; for people',
  request: { params },
  responses: answersNothing,
});

/** What people write and have not sent, each their own. */
export function draftRoutes() {
  return newApi()
    .openapi(list, async (c) => c.json(await readDrafts(c.var.ctx), 200))
    .openapi(get, async (c) => {
      const draft = await readDraft(c.var.ctx, c.req.valid('param').id);
      if (!draft) throw notFound('You have no draft in this conversation.');
      return c.json(draft, 200);
    })
    .openapi(put, async (c) => {
      const input = { conversationId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(draftWire(await keepDraft({ ctx: c.var.ctx, input })), 200);
    })
    .openapi(remove, async (c) => {
      const conversationId = c.req.valid('param').id;
      const input = { conversationId, mode: 'reply' as const, reply: '', note: '', after: null };
      await keepDraft({ ctx: c.var.ctx, input });
      return c.body(null, 204);
    });
}
