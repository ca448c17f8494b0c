import { z } from 'zod';
import { MAX_MESSAGE_LENGTH } from '@/lib/desk/checks';

const MAX_URL_LENGTH = 4_000;
const MAX_VALUES = 50;

const pageSchema = z.strictObject({
  url: z.string().max(MAX_URL_LENGTH),
  referrer: z.string().max(MAX_URL_LENGTH),
});

const valuesSchema = z
  .record(
    z.string().max(63),
    z.union([z.string().max(MAX_URL_LENGTH), z.number(), z.boolean(), z.null()]),
  )
  .refine((values) => Object.keys(values).length <= MAX_VALUES, {
    message: `At most ${MAX_VALUES} values at once.`,
  });

export const beginSchema = z.strictObject({
  channel: z.string().max(63),
  token: z.string().max(2_000).optional(),
  identity: z.string().max(8_000).optional(),
  page: pageSchema.optional(),
  browser: z
    .strictObject({
      language: z.string().max(100),
      platform: z.string().max(100),
      timeZone: z.string().max(100),
    })
    .optional(),
  values: valuesSchema.optional(),
});

export const writeSchema = z.strictObject({
  messageId: z.uuid(),
  text: z.string().min(1).max(MAX_MESSAGE_LENGTH),
  answers: z.record(z.string().max(63), z.string().max(MAX_URL_LENGTH)).optional(),
});

export const earlierSchema = z.strictObject({ before: z.string().max(100) });
export const typingSchema = z.strictObject({ typing: z.boolean() });
export const atSchema = pageSchema;
export const siteValuesSchema = valuesSchema;
