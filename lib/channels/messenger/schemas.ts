import { z } from 'zod';
import { MAX_MESSAGE_LENGTH } from '@/lib/desk/checks';
import { isKeepable, keepableText, NOT_KEEPABLE } from '@/lib/desk/keepable-text';

const MAX_URL_LENGTH = 4_000;
const MAX_VALUES = 50;

/** Text that is kept as it is, or not at all. */
const keepable = (max: number) => z.string().max(max).refine(isKeepable, NOT_KEEPABLE);

const pageSchema = z.strictObject({
  url: keepable(MAX_URL_LENGTH),
  referrer: keepable(MAX_URL_LENGTH),
});

const valuesSchema = z
  .record(keepable(63), z.union([keepable(MAX_URL_LENGTH), z.number(), z.boolean(), z.null()]))
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
      language: keepable(100),
      platform: keepable(100),
      timeZone: keepable(100),
    })
    .optional(),
  values: valuesSchema.optional(),
});

export const writeSchema = z.strictObject({
  messageId: z.uuid(),
  // A message is always kept: what of it cannot be is replaced.
  text: z.string().min(1).max(MAX_MESSAGE_LENGTH).transform(keepableText),
  answers: z.record(keepable(63), keepable(MAX_URL_LENGTH)).optional(),
});

export const earlierSchema = z.strictObject({ before: z.string().max(100) });
export const typingSchema = z.strictObject({ typing: z.boolean() });
export const atSchema = pageSchema;
export const siteValuesSchema = valuesSchema;
