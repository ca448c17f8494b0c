import { z } from 'zod';
import { filterSchema, MAX_LIMIT, orderSchema } from '@/lib/api/query';

const MAX_ID_LENGTH = 200;
const idSchema = z.string().min(1).max(MAX_ID_LENGTH);

export const queueWatchSchema = z.strictObject({
  filter: filterSchema,
  order: orderSchema.default('priority'),
  offset: z.int().min(0),
  limit: z.int().min(1).max(MAX_LIMIT),
});
export const queueUnwatchSchema = z.strictObject({ watchId: idSchema });
export const conversationSchema = z.strictObject({ conversationId: idSchema });
export const contactSchema = z.strictObject({ contactId: idSchema });
export const loadWatchSchema = z.strictObject({});
export const presenceWatchSchema = z.strictObject({});
export const arrivalWatchSchema = z.strictObject({});
export const unreadWatchSchema = z.strictObject({});
export const draftWatchSchema = z.strictObject({});
export const presenceHereSchema = z
  .strictObject({
    conversationId: idSchema.nullable(),
    typing: z.boolean(),
    note: z.boolean().optional(),
  })
  .refine(({ conversationId, typing }) => conversationId !== null || !typing, {
    path: ['typing'],
    error: 'Nobody types without a conversation.',
  });
