import { z } from '@hono/zod-openapi';
import { ATTRIBUTE_KEY, FORMATS, MANAGERS } from '@/lib/attributes/attribute';
import { MAX_EXTERNAL_ID_LENGTH, MAX_MESSAGE_LENGTH, MAX_NAME_LENGTH } from '@/lib/desk/checks';
import {
  CHANNEL_KINDS,
  DRAFT_MODES,
  ROLES,
  ROW_COLUMNS,
  STATUSES,
  TOKEN_SCOPES,
} from '@/lib/desk/facts';
import { HIT_KINDS } from '@/lib/desk/search';
import { parseVersion } from '@/lib/desk/source-version';
import { MAX_LIST_LENGTH } from '@/lib/segments/check-segment';
import { OPERATORS } from '@/lib/segments/operator';
import { JOINS, MAX_CONDITIONS, MAX_OPERAND_LENGTH } from '@/lib/segments/segment';
import { filterSchema, orderSchema } from './query';

/** What goes in and out over HTTP: parsed here once, trusted behind it. */

export const errorSchema = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      field: z.string().optional(),
      problems: z
        .array(z.object({ field: z.string().optional(), message: z.string() }))
        .optional()
        .openapi({ description: 'All that is wrong, where a whole document was looked through' }),
    }),
  })
  .openapi('Error');

export const nameSchema = z
  .string()
  .min(1)
  .max(MAX_NAME_LENGTH)
  .regex(/\S/, 'This must not be empty.');
export const externalIdSchema = z.string().min(1).max(MAX_EXTERNAL_ID_LENGTH);
export const messageSchema = z.string().min(1).max(MAX_MESSAGE_LENGTH);
export const timeSchema = z.iso.datetime({ offset: true });
export const scalarSchema = z.union([z.string(), z.number(), z.boolean()]);
export const managerSchema = z.enum(MANAGERS);

/** Values by attribute key; each is parsed by its attribute's format further in. */
export const valuesSchema = z
  .record(z.string(), z.unknown())
  .openapi({ type: 'object', additionalProperties: true, example: { loyalty_status: 'Platinum' } });

/** How new what is written is in its own system; the newest wins, in whatever order it arrives. */
export const versionSchema = z
  .union([z.number(), z.string()])
  .transform((given, { addIssue }) => {
    const parsed = parseVersion(given);
    if (parsed.ok) return parsed.version;
    addIssue({ code: 'custom', message: parsed.message });
    return z.NEVER;
  })
  .openapi({
    type: ['integer', 'string'],
    description:
      'A whole number that grows, or a time with its offset. Values older than what the CRM has said before, attribute by attribute, change nothing and are listed in `stale`.',
    example: '2026-03-02T09:31:00.123Z',
  });
/** Told where a version was given. */
export const staleSchema = z.array(z.string()).optional();

export const personMarkSchema = z.object({ id: z.string(), name: z.string() });

export const attributeSchema = z
  .object({
    key: z.string().regex(ATTRIBUTE_KEY),
    label: z.string(),
    format: z.enum(FORMATS),
    manager: managerSchema,
    enabled: z.boolean(),
    standard: z.boolean(),
    position: z.int(),
  })
  .openapi('Attribute');

const operandSchema = z.union([
  z.string().max(MAX_OPERAND_LENGTH),
  z.array(z.string().max(MAX_OPERAND_LENGTH)).max(MAX_LIST_LENGTH),
]);

export const conditionSchema = z
  .strictObject({
    attribute: z.string(),
    operator: z.enum(OPERATORS),
    operand: operandSchema.optional(),
  })
  .openapi('Condition');

export const conditionsSchema = z.array(conditionSchema).min(1).max(MAX_CONDITIONS);
export const joinSchema = z.enum(JOINS);

export const segmentSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    join: joinSchema,
    conditions: z.array(conditionSchema),
    highPriority: z.boolean(),
    changedBy: z.string().nullable(),
    changedAt: timeSchema,
  })
  .openapi('Segment');

const metConditionSchema = z.object({
  attribute: z.string(),
  operator: z.enum(OPERATORS),
  operand: operandSchema.optional(),
  value: scalarSchema.nullable(),
  source: managerSchema.nullable(),
  setAt: timeSchema.nullable(),
});

export const reasonSchema = z
  .object({ segmentId: z.string(), name: z.string(), conditions: z.array(metConditionSchema) })
  .openapi('Reason');

export const segmentMarkSchema = z
  .object({ id: z.string(), name: z.string(), highPriority: z.boolean() })
  .openapi('SegmentMark');

export const queueEntrySchema = z
  .object({
    conversationId: z.string(),
    contact: z.object({ externalId: z.string(), name: z.string() }),
    channel: z.string(),
    status: z.enum(STATUSES),
    priority: z.int(),
    reasons: z.array(reasonSchema),
    segments: z.array(segmentMarkSchema),
    waitingSince: timeSchema.nullable(),
    returnsAt: timeSchema.nullable(),
    owner: personMarkSchema.nullable(),
    preview: z.string(),
    revision: z.int(),
  })
  .openapi('QueueEntry');

export const resolvedEntrySchema = queueEntrySchema
  .extend({ lastActivityAt: timeSchema })
  .openapi('ResolvedEntry');

export const valueSchema = z
  .object({
    attribute: z.string(),
    value: scalarSchema,
    source: managerSchema,
    setAt: timeSchema,
  })
  .openapi('Value');

export const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    active: z.boolean(),
  })
  .openapi('Person');

export const tokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    scope: z.enum(TOKEN_SCOPES),
    createdAt: timeSchema,
  })
  .openapi('Token');

export const cannedReplySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    text: z.string(),
    changedBy: z.string().nullable(),
    changedAt: timeSchema,
    revision: z.int(),
  })
  .openapi('CannedReply');

export const draftSchema = z
  .object({
    conversationId: z.string(),
    mode: z.enum(DRAFT_MODES),
    reply: z.string(),
    note: z.string(),
    after: z.string().nullable(),
    writtenAt: timeSchema,
  })
  .openapi('Draft');

export const rowColumnsSchema = z
  .array(z.enum(ROW_COLUMNS))
  .max(ROW_COLUMNS.length)
  .openapi({ description: 'What a row shows beside its priority and its name' });

export const savedViewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    shared: z.boolean(),
    filter: filterSchema,
    order: orderSchema,
    columns: rowColumnsSchema,
    position: z.int(),
    changedBy: z.string().nullable(),
    changedAt: timeSchema,
    revision: z.int(),
  })
  .openapi('SavedView');

export const channelSchema = z
  .object({ key: z.string(), label: z.string(), kind: z.enum(CHANNEL_KINDS) })
  .openapi('Channel');

export const movedSchema = z
  .object({ conversationId: z.string(), name: z.string(), from: z.int(), to: z.int() })
  .openapi('Move');

export const prioritizationSchema = z
  .object({ segmentIds: z.array(z.string()), revision: z.int() })
  .openapi('Prioritization');

export const settingsSchema = z
  .object({ timeZone: z.string(), autoResolveAfterHours: z.int().nullable() })
  .openapi('Settings');

export const searchHitSchema = z
  .object({
    kind: z.enum(HIT_KINDS),
    contact: z.object({ id: z.string(), externalId: z.string(), name: z.string() }),
    conversation: z
      .object({
        conversationId: z.string(),
        channel: z.string(),
        status: z.enum(STATUSES),
        owner: personMarkSchema.nullable(),
      })
      .nullable(),
    messageId: z.string().nullable(),
    attribute: z.string().nullable(),
    at: timeSchema,
    more: z.int(),
    snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  })
  .openapi('SearchHit');
