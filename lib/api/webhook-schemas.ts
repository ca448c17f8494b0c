import { z } from '@hono/zod-openapi';
import { MAX_MAPPED_ATTRIBUTES } from '@/lib/desk/payload-mapping';
import { MAX_PATH_LENGTH } from '@/lib/desk/payload-path';

/** What goes in and out about webhooks. */

const pathSchema = z
  .string()
  .max(MAX_PATH_LENGTH)
  .openapi({ description: 'Names and places in the body', example: 'user.followers_count' });

export const mappingSchema = z
  .strictObject({
    externalId: pathSchema,
    name: pathSchema.nullable(),
    text: pathSchema.nullable(),
    messageId: pathSchema.nullable(),
    sentAt: pathSchema.nullable(),
    attributes: z
      .array(z.strictObject({ attribute: z.string(), path: pathSchema }))
      .max(MAX_MAPPED_ATTRIBUTES),
  })
  .openapi('PayloadMapping');

export const webhookChannelSchema = z
  .object({
    channel: z.string(),
    mapping: mappingSchema.nullable(),
    revision: z.int(),
  })
  .openapi('WebhookChannel');

export const webhookReceiptSchema = z.object({
  contactId: z.string(),
  conversationId: z.string().nullable(),
  messageId: z.string().nullable(),
  refused: z.array(z.object({ attribute: z.string(), message: z.string() })),
});
