import { z } from '@hono/zod-openapi';
import { DELIVERY_STATES, EVENT_KINDS } from '@/lib/desk/endpoint';
import { MAX_MAPPED_ATTRIBUTES } from '@/lib/desk/payload-mapping';
import { MAX_PATH_LENGTH } from '@/lib/desk/payload-path';
import { nameSchema, timeSchema } from './schemas';

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

export const signingSecretSchema = z.object({ id: z.string(), createdAt: timeSchema });

export const newSecretSchema = z.strictObject({
  secret: z
    .string()
    .optional()
    .openapi({ description: 'The one that the other side has made; one is made unless given' }),
});

/** What may be said of an endpoint. */
export const endpointFields = z.object({
  name: nameSchema,
  url: z.string().openapi({ example: 'https://example.com/hook' }),
  events: z.array(z.enum(EVENT_KINDS)),
  enabled: z.boolean(),
});

export const endpointSchema = endpointFields
  .extend({
    id: z.string(),
    channel: z.string().nullable(),
    counts: z.object({ due: z.int(), failing: z.int(), delivered: z.int(), dead: z.int() }),
  })
  .openapi('Endpoint');

export const deliverySchema = z
  .object({
    id: z.int(),
    webhookId: z.string(),
    event: z.string(),
    conversationId: z.string().nullable(),
    state: z.enum(DELIVERY_STATES),
    attempts: z.int(),
    status: z.int().nullable(),
    problem: z.string().nullable(),
    answer: z.string().nullable(),
    body: z.string(),
    createdAt: timeSchema,
    triedAt: timeSchema.nullable(),
    nextTryAt: timeSchema.nullable(),
  })
  .openapi('Delivery');
