import { z } from '@hono/zod-openapi';
import { MAX_ATTACHMENTS, MAX_MESSAGE_LENGTH } from '@/lib/desk/checks';
import { MESSAGE_KINDS, STATUSES } from '@/lib/desk/facts';
import { TRAIL_KINDS } from '@/lib/desk/wire';
import {
  personMarkSchema,
  reasonSchema,
  segmentMarkSchema,
  timeSchema,
  valueSchema,
} from './schemas';

export const attachmentSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.string().openapi({ description: 'What its content was recognised as' }),
    bytes: z.int(),
  })
  .openapi('Attachment');

/** The text of a message that files may go with: empty only if some do, which is checked further in. */
export const captionSchema = z.string().max(MAX_MESSAGE_LENGTH);
export const attachmentIdsSchema = z.array(z.string()).max(MAX_ATTACHMENTS);

export const messageWireSchema = z
  .object({
    id: z.string(),
    kind: z.enum(MESSAGE_KINDS),
    author: personMarkSchema.nullable(),
    text: z.string(),
    mentions: z.array(personMarkSchema),
    attachments: z.array(attachmentSchema),
    at: timeSchema,
  })
  .openapi('Message');

export const trailSchema = z
  .object({
    id: z.string(),
    kind: z.enum(TRAIL_KINDS),
    at: timeSchema,
    by: z.object({
      kind: z.enum(['person', 'token', 'channel', 'system']),
      id: z.string(),
      name: z.string(),
    }),
    owner: personMarkSchema.nullable(),
    returnsAt: timeSchema.nullable(),
    note: z.string().nullable(),
    undone: z.enum(TRAIL_KINDS).nullable(),
  })
  .openapi('TrailLine');

/** Null where no CRM is connected for the channel. */
const crmLookupSchema = z
  .object({
    isKnown: z.boolean().nullable(),
    answeredAt: timeSchema.nullable(),
    freshUntil: timeSchema.nullable(),
    isWaiting: z.boolean(),
    nextTryAt: timeSchema.nullable(),
    problem: z.string().nullable(),
    stale: z.array(z.string()),
    refused: z.array(z.object({ attribute: z.string(), message: z.string() })),
  })
  .openapi('CrmLookup');

export const conversationSchema = z
  .object({
    epoch: z.string(),
    revision: z.int(),
    header: z.object({
      conversationId: z.string(),
      contact: z.object({ id: z.string(), externalId: z.string(), name: z.string() }),
      channel: z.string(),
      status: z.enum(STATUSES),
      owner: personMarkSchema.nullable(),
      waitingSince: timeSchema.nullable(),
      returnsAt: timeSchema.nullable(),
      openedAt: timeSchema,
      priority: z.int(),
      reasons: z.array(reasonSchema),
      revision: z.int(),
    }),
    segments: z.array(segmentMarkSchema),
    values: z.array(valueSchema),
    crm: crmLookupSchema.nullable(),
    messages: z.array(messageWireSchema),
    messageTotal: z.int(),
    trail: z.array(trailSchema),
    undelivered: z.array(
      z.object({
        messageId: z.string(),
        state: z.enum(['failing', 'failed']),
        problem: z.string().nullable(),
      }),
    ),
  })
  .openapi('Conversation');

export const workedSchema = z.object({ conversationId: z.string(), revision: z.int() });
