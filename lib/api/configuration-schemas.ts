import { z } from '@hono/zod-openapi';
import { FORMATS } from '@/lib/attributes/attribute';
import { MAX_CANNED_REPLIES, MAX_SAVED_VIEWS } from '@/lib/desk/checks';
import { CONFIGURATION_VERSION, CONFIGURED_OWNERS } from '@/lib/desk/configuration';
import { CHANNEL_KINDS } from '@/lib/desk/facts';
import { CONFIGURATION_PARTS } from '@/lib/desk/wire-configuration';
import { MAX_SEGMENTS } from '@/lib/segments/segment';
import { messengerSchema } from './channel-schemas';
import { connectionSchema } from './crm-schemas';
import { matchSchema, orderSchema, statusSchema } from './query';
import {
  conditionsSchema,
  joinSchema,
  managerSchema,
  messageSchema,
  nameSchema,
  rowColumnsSchema,
  settingsSchema,
} from './schemas';
import { mappingSchema } from './webhook-schemas';

/** The configuration as a document, in and out; what it leaves out stays. */

const MAX_ATTRIBUTES = 10_000;
const MAX_CHANNELS = 1_000;

const segmentNames = z.array(nameSchema).max(MAX_SEGMENTS);

const attributeSchema = z.strictObject({
  key: z.string(),
  label: nameSchema.optional(),
  format: z.enum(FORMATS).optional(),
  manager: managerSchema.optional(),
  enabled: z.boolean().optional(),
});

const channelSchema = z.strictObject({
  key: z.string(),
  label: nameSchema.optional(),
  kind: z.enum(CHANNEL_KINDS).optional(),
  messenger: messengerSchema.omit({ channel: true, revision: true }).partial().strict().optional(),
  webhook: mappingSchema.optional(),
});

const segmentSchema = z.strictObject({
  name: nameSchema,
  join: joinSchema.optional(),
  conditions: conditionsSchema.optional(),
});

const viewSchema = z.strictObject({
  name: nameSchema,
  filter: z
    .strictObject({
      segments: segmentNames.openapi({ description: 'By name' }),
      match: matchSchema,
      channel: z.string(),
      owner: z.enum(CONFIGURED_OWNERS),
      status: statusSchema,
    })
    .partial()
    .optional(),
  order: orderSchema.optional(),
  columns: rowColumnsSchema.optional(),
});

export const configurationSchema = z
  .strictObject({
    version: z
      .literal(
        CONFIGURATION_VERSION,
        `This desk reads documents of version ${CONFIGURATION_VERSION}.`,
      )
      .openapi({ description: 'Of the document’s form' }),
    settings: settingsSchema.partial().strict().optional(),
    attributes: z.array(attributeSchema).max(MAX_ATTRIBUTES).optional(),
    channels: z.array(channelSchema).max(MAX_CHANNELS).optional(),
    segments: z.array(segmentSchema).max(MAX_SEGMENTS).optional(),
    prioritization: segmentNames.optional().openapi({ description: 'The whole list, by name' }),
    cannedReplies: z
      .array(z.strictObject({ title: nameSchema, text: messageSchema.optional() }))
      .max(MAX_CANNED_REPLIES)
      .optional(),
    sharedViews: z.array(viewSchema).max(MAX_SAVED_VIEWS).optional(),
    crm: connectionSchema.omit({ enabled: true }).strict().optional(),
  })
  .openapi('Configuration');

const countSchema = z.int().min(0);
const valueSchema = z
  .unknown()
  .openapi({ description: 'As the document writes it, null for none' });

export const configurationDifferenceSchema = z
  .object({
    added: countSchema,
    changed: countSchema,
    unchanged: countSchema,
    unmentioned: countSchema.openapi({ description: 'Not in the document: they stay' }),
    parts: z.array(
      z.object({
        part: z.enum(CONFIGURATION_PARTS),
        changes: z.array(
          z.object({
            name: z.string(),
            change: z.enum(['added', 'changed']),
            fields: z.array(
              z.object({ field: z.string(), before: valueSchema, after: valueSchema }),
            ),
          }),
        ),
        order: z.object({ before: z.array(z.string()), after: z.array(z.string()) }).nullable(),
        unchanged: countSchema,
        unmentioned: countSchema,
      }),
    ),
  })
  .openapi('ConfigurationDifference');

export const configurationPreviewSchema = configurationDifferenceSchema
  .extend({
    fingerprint: z.string().openapi({ description: 'To be sent as `expect` when it is applied' }),
    moves: z.array(
      z.object({ conversationId: z.string(), name: z.string(), from: z.int(), to: z.int() }),
    ),
    moved: countSchema,
  })
  .openapi('ConfigurationPreview');
