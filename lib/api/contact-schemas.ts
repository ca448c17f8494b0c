import { z } from '@hono/zod-openapi';
import { STATUSES } from '@/lib/desk/facts';
import { SEGMENT_MATCHES } from '@/lib/ranking/filter';
import { MAX_CONDITIONS } from '@/lib/segments/segment';
import { trailSchema } from './conversation-schemas';
import {
  conditionSchema,
  managerSchema,
  personMarkSchema,
  scalarSchema,
  segmentMarkSchema,
  timeSchema,
  valueSchema,
} from './schemas';

export const MAX_QUERY_LENGTH = 200;

/** Which contacts, as a body or an address gives it. */
export const contactFilterSchema = z
  .strictObject({
    segments: z.array(z.string()).max(200).optional(),
    match: z.enum(SEGMENT_MATCHES).optional(),
    conditions: z.array(conditionSchema).max(MAX_CONDITIONS).optional().openapi({
      description: 'Every one of them must hold; as in a segment',
    }),
  })
  .openapi('ContactFilter');

const contactConversationSchema = z.object({
  conversationId: z.string(),
  channel: z.string(),
  status: z.enum(STATUSES),
  owner: personMarkSchema.nullable(),
  lastActivityAt: timeSchema,
  preview: z.string(),
});

export const contactRowSchema = z
  .object({
    contactId: z.string(),
    externalId: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    segments: z.array(segmentMarkSchema),
    conversation: contactConversationSchema
      .nullable()
      .openapi({ description: 'The one in which something happened last' }),
  })
  .openapi('ContactRow');

export const foundContactsSchema = z
  .object({
    contacts: z.array(contactRowSchema).openapi({ description: 'Those since the last line' }),
    scanned: z.int(),
    total: z.int(),
    found: z.int().openapi({ description: 'How many of those scanned are meant' }),
    complete: z.boolean().openapi({
      description: 'False when a search may find more than are ranked',
    }),
    done: z.boolean().openapi({ description: 'True on the last line, and on no other' }),
  })
  .openapi('FoundContacts');

export const contactDetailSchema = z
  .object({
    revision: z.int(),
    contactId: z.string(),
    channel: z.string(),
    externalId: z.string(),
    name: z.string(),
    priority: z.int(),
    segments: z.array(segmentMarkSchema),
    values: z.array(valueSchema),
    conversations: z.array(contactConversationSchema),
  })
  .openapi('Contact');

export const belongingsSchema = z
  .object({
    values: z.int(),
    conversations: z.int(),
    messages: z.int(),
    files: z.int(),
    drafts: z.int(),
    entries: z.int().openapi({
      description: 'Entries of the journal that stay without their personal part',
    }),
  })
  .openapi('ContactBelongings');

const lineHead = {
  id: z.string(),
  at: timeSchema,
  by: z.object({
    kind: z.enum(['person', 'token', 'channel', 'system']),
    id: z.string(),
    name: z.string(),
  }),
};
const where = { conversationId: z.string(), channel: z.string() };

export const historySchema = z
  .object({
    lines: z.array(
      z.discriminatedUnion('kind', [
        z.object({ ...lineHead, kind: z.literal('created') }),
        z.object({
          ...lineHead,
          kind: z.literal('values'),
          source: managerSchema,
          attributes: z.array(z.string()),
          changes: z
            .array(
              z.object({
                attribute: z.string(),
                before: scalarSchema.nullable(),
                after: scalarSchema.nullable(),
              }),
            )
            .openapi({ description: 'Empty where the values are forgotten' }),
          isUndo: z.boolean(),
        }),
        z.object({ ...lineHead, kind: z.literal('opened'), ...where }),
        z.object({
          ...lineHead,
          kind: z.enum(['message', 'reply', 'note']),
          text: z.string().nullable(),
          ...where,
        }),
        z.object({ ...lineHead, kind: z.literal('trail'), trail: trailSchema, ...where }),
      ]),
    ),
    next: z.string().nullable().openapi({ description: 'Asks for the page after this, as before' }),
  })
  .openapi('ContactHistory');
