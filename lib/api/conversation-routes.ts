import { z } from '@hono/zod-openapi';
import { assignConversation } from '@/lib/commands/conversations/assign-conversation';
import { boomerangConversation } from '@/lib/commands/conversations/boomerang-conversation';
import { claimConversation } from '@/lib/commands/conversations/claim-conversation';
import { noteOnConversation } from '@/lib/commands/conversations/note-on-conversation';
import { releaseConversation } from '@/lib/commands/conversations/release-conversation';
import { replyToConversation } from '@/lib/commands/conversations/reply-to-conversation';
import { setStatus } from '@/lib/commands/conversations/set-status';
import { skipConversation } from '@/lib/commands/conversations/skip-conversation';
import { undoAct } from '@/lib/commands/conversations/undo-act';
import { writeConversationValues } from '@/lib/commands/conversations/write-conversation-values';
import { invalid } from '@/lib/desk/errors';
import { STATUSES } from '@/lib/desk/facts';
import { MAX_MENTIONS } from '@/lib/desk/mentions';
import {
  readConversation,
  readEarlierMessages,
  readMessagesAround,
} from '@/lib/desk/reads/conversation';
import { readResolved } from '@/lib/desk/reads/resolved';
import {
  attachmentIdsSchema,
  captionSchema,
  conversationSchema,
  messageWireSchema,
  trailSchema,
  workedSchema,
} from './conversation-schemas';
import { DEFAULT_LIMIT, MAX_LIMIT, pageQuery, wholeNumber } from './query';
import { answers, createRoute, createsOrFinds, jsonBody, newApi } from './route';
import {
  messageSchema,
  resolvedEntrySchema,
  timeSchema,
  valueSchema,
  valuesSchema,
} from './schemas';

const params = z.object({ id: z.string() });
const nothing = { content: { 'application/json': { schema: z.strictObject({}) } } } as const;
const messageWritten = workedSchema.extend({ messageId: z.string() });
/** The sender's own id of a message: what is sent again under it is not written again. */
const messageId = z.uuid().optional();
const ONCE =
  'With a messageId of the sender’s, a UUID, it is written once: the same again answers 200 with its messageId and changes nothing.';

const FILES =
  'Files that were brought with `POST /attachments` go with it by their ids; then its text may be empty.';

const listResolved = createRoute({
  method: 'get',
  path: '/conversations',
  summary: 'Resolved conversations, last activity first',
  request: { query: z.strictObject({ status: z.literal('resolved'), ...pageQuery }) },
  responses: answers(
    z.object({ total: z.int(), entries: z.array(resolvedEntrySchema) }),
    'One page of them',
  ),
});

const getConversation = createRoute({
  method: 'get',
  path: '/conversations/{id}',
  summary: 'A conversation with its segments, values and last messages',
  request: { params },
  responses: answers(conversationSchema, 'The conversation'),
});

const getMessages = createRoute({
  method: 'get',
  path: '/conversations/{id}/messages',
  summary: 'Messages before a given one, oldest first',
  request: {
    params,
    query: z.strictObject({ before: z.string(), limit: wholeNumber(1, MAX_LIMIT, DEFAULT_LIMIT) }),
  },
  responses: answers(
    z.object({ messages: z.array(messageWireSchema), trail: z.array(trailSchema) }),
    'The messages, and what was done between them',
  ),
});

const getMessagesAround = createRoute({
  method: 'get',
  path: '/conversations/{id}/messages/{messageId}',
  summary: 'The messages around one, half of them before it, oldest first',
  request: {
    params: z.object({ id: z.string(), messageId: z.string() }),
    query: z.strictObject({ limit: wholeNumber(1, MAX_LIMIT, DEFAULT_LIMIT) }),
  },
  responses: answers(
    z.object({
      messages: z.array(messageWireSchema),
      trail: z.array(trailSchema),
      hasEarlier: z.boolean(),
      hasLater: z.boolean(),
    }),
    'The messages, and what was done between them',
  ),
});

const claim = createRoute({
  method: 'post',
  path: '/conversations/{id}/claim',
  summary: 'Take an unowned conversation; one winner',
  request: { params, body: nothing },
  responses: answers(workedSchema, 'It is the caller’s'),
});

const release = createRoute({
  method: 'post',
  path: '/conversations/{id}/release',
  summary: 'Free a conversation from its owner',
  request: { params, body: nothing },
  responses: answers(workedSchema, 'It is unowned'),
});

const skip = createRoute({
  method: 'post',
  path: '/conversations/{id}/skip',
  summary: 'Let a New conversation of one’s own go, and say why',
  description:
    'It stands unowned where it stood. Take next does not offer it to the caller again until the customer writes, somebody answers, or it changes hands in another way than by skipping.',
  request: {
    params,
    body: jsonBody(z.strictObject({ reason: z.string().min(1).max(200) })),
  },
  responses: answers(workedSchema, 'It is unowned'),
});

const assign = createRoute({
  method: 'post',
  path: '/conversations/{id}/assign',
  summary: 'Give a conversation to a person; null releases it',
  request: {
    params,
    body: jsonBody(
      z.strictObject({ personId: z.string().nullable(), note: messageSchema.optional() }),
    ),
  },
  responses: answers(workedSchema, 'It is theirs'),
});

const reply = createRoute({
  method: 'post',
  path: '/conversations/{id}/replies',
  summary: 'Answer the customer; the conversation becomes Pending, or Resolved if asked',
  description: `${ONCE} ${FILES}`,
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        text: captionSchema,
        attachmentIds: attachmentIdsSchema.optional(),
        status: z.enum(['pending', 'resolved']).optional(),
        messageId,
      }),
    ),
  },
  responses: createsOrFinds(messageWritten, 'The reply is kept'),
});

const note = createRoute({
  method: 'post',
  path: '/conversations/{id}/notes',
  summary: 'Write an internal note',
  description: `${ONCE} ${FILES} It mentions people by their ids where @ and the name of each stand in its text.`,
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        text: captionSchema,
        attachmentIds: attachmentIdsSchema.optional(),
        mentions: z.array(z.string()).max(MAX_MENTIONS).optional(),
        messageId,
      }),
    ),
  },
  responses: createsOrFinds(messageWritten, 'The note is kept'),
});

const status = createRoute({
  method: 'post',
  path: '/conversations/{id}/status',
  summary: 'Make a conversation New, Pending or Resolved',
  request: { params, body: jsonBody(z.strictObject({ status: z.enum(STATUSES) })) },
  responses: answers(workedSchema, 'It is'),
});

const boomerang = createRoute({
  method: 'post',
  path: '/conversations/{id}/boomerang',
  summary: 'Put a conversation away until a moment, or until the customer writes',
  request: {
    params,
    body: jsonBody(z.strictObject({ returnsAt: timeSchema, note: messageSchema.optional() })),
  },
  responses: answers(workedSchema, 'It is Pending, and comes back by itself'),
});

const undo = createRoute({
  method: 'post',
  path: '/conversations/{id}/undo',
  summary: 'Take back what was done to a conversation, or to values of its contact by hand',
  description:
    'The act whose answer gave this revision, else the last one; 409 when something has happened since. Status, owner, waiting since and values are as they were before. A reply that resolved stays sent. One takes back one’s own acts; supervisors and admins take back anyone’s.',
  request: {
    params,
    body: jsonBody(z.strictObject({ revision: z.int().min(1).optional() })),
  },
  responses: answers(workedSchema, 'It is as it was'),
});

const patchValues = createRoute({
  method: 'patch',
  path: '/conversations/{id}/attributes',
  summary: 'Write values of the conversation’s contact by hand; null takes one away',
  request: { params, body: jsonBody(z.strictObject({ values: valuesSchema })) },
  responses: answers(
    z.object({ values: z.array(valueSchema), revision: z.int() }),
    'All values of the contact, and the revision to undo this by',
  ),
});

/** Reading and working one conversation. */
export function conversationRoutes() {
  return newApi()
    .openapi(listResolved, async (c) => {
      const { offset, limit } = c.req.valid('query');
      return c.json(await readResolved(c.var.ctx, { offset, limit }), 200);
    })
    .openapi(getConversation, async (c) =>
      c.json(await readConversation(c.var.ctx, c.req.valid('param').id), 200),
    )
    .openapi(getMessages, async (c) => {
      const conversationId = c.req.valid('param').id;
      const request = { conversationId, ...c.req.valid('query') };
      return c.json(await readEarlierMessages(c.var.ctx, request), 200);
    })
    .openapi(getMessagesAround, async (c) => {
      const { id: conversationId, messageId } = c.req.valid('param');
      const request = { conversationId, messageId, ...c.req.valid('query') };
      return c.json(await readMessagesAround(c.var.ctx, request), 200);
    })
    .openapi(claim, async (c) => {
      const input = { conversationId: c.req.valid('param').id };
      return c.json(await claimConversation({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(release, async (c) => {
      const input = { conversationId: c.req.valid('param').id };
      return c.json(await releaseConversation({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(skip, async (c) => {
      const input = { conversationId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(await skipConversation({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(assign, async (c) => {
      const conversationId = c.req.valid('param').id;
      const { personId, note } = c.req.valid('json');
      const { ctx } = c.var;
      if (personId === null && note !== undefined)
        throw invalid('A note goes with a hand-over to a person.', 'note');
      if (personId === null)
        return c.json(await releaseConversation({ ctx, input: { conversationId } }), 200);
      const input = { conversationId, personId, note };
      return c.json(await assignConversation({ ctx, input }), 200);
    })
    .openapi(reply, async (c) => {
      const input = { conversationId: c.req.valid('param').id, ...c.req.valid('json') };
      const { first, ...sent } = await replyToConversation({ ctx: c.var.ctx, input });
      return first ? c.json(sent, 201) : c.json(sent, 200);
    })
    .openapi(note, async (c) => {
      const input = { conversationId: c.req.valid('param').id, ...c.req.valid('json') };
      const { first, ...sent } = await noteOnConversation({ ctx: c.var.ctx, input });
      return first ? c.json(sent, 201) : c.json(sent, 200);
    })
    .openapi(status, async (c) => {
      const input = { conversationId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(await setStatus({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(boomerang, async (c) => {
      const { returnsAt, note } = c.req.valid('json');
      const conversationId = c.req.valid('param').id;
      const input = { conversationId, returnsAt: Date.parse(returnsAt), note };
      return c.json(await boomerangConversation({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(undo, async (c) => {
      const input = { conversationId: c.req.valid('param').id, ...c.req.valid('json') };
      return c.json(await undoAct({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(patchValues, async (c) => {
      const conversationId = c.req.valid('param').id;
      const values = new Map(Object.entries(c.req.valid('json').values));
      const input = { conversationId, values };
      return c.json(await writeConversationValues({ ctx: c.var.ctx, input }), 200);
    });
}
