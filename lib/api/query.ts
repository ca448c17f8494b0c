import { z } from '@hono/zod-openapi';
import {
  QUEUE_ORDERS,
  QUEUE_STATUSES,
  type QueueFilter,
  SEGMENT_MATCHES,
} from '@/lib/ranking/filter';

export const MAX_LIMIT = 200;
export const DEFAULT_LIMIT = 50;

/** A whole number written in digits, within bounds; nothing else is read as one. */
export function wholeNumber(min: number, max: number, fallback: number) {
  return z
    .string()
    .regex(/^\d{1,15}$/, 'This must be a whole number.')
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .optional()
    .transform((value) => value ?? fallback)
    .openapi({ type: 'integer', minimum: min, maximum: max, default: fallback });
}

export const pageQuery = {
  offset: wholeNumber(0, Number.MAX_SAFE_INTEGER, 0),
  limit: wholeNumber(1, MAX_LIMIT, DEFAULT_LIMIT),
};

export const matchSchema = z.enum(SEGMENT_MATCHES);
export const orderSchema = z.enum(QUEUE_ORDERS);
export const statusSchema = z.enum(QUEUE_STATUSES);

/** The filter of `GET /queue`, in the query string. */
export const filterQuery = {
  segments: z.string().optional().openapi({ description: 'Ids of segments, separated by commas' }),
  match: matchSchema.optional(),
  channel: z.string().optional(),
  owner: z.string().optional().openapi({ description: '`unowned`, `mine`, or the id of a person' }),
  status: statusSchema.optional(),
};

/** The filter as a JSON body or a socket message gives it. */
export const filterSchema = z
  .strictObject({
    segments: z.array(z.string()).max(200).optional(),
    match: matchSchema.optional(),
    channel: z.string().optional(),
    owner: z.string().optional(),
    status: statusSchema.optional(),
  })
  .openapi('QueueFilter');

/** The filter of a query string. */
export function filterOfQuery(query: {
  segments?: string;
  match?: QueueFilter['match'];
  channel?: string;
  owner?: string;
  status?: QueueFilter['status'];
}): QueueFilter {
  const { segments, match, channel, owner, status } = query;
  const ids = segments === undefined || segments === '' ? undefined : segments.split(',');
  return { segments: ids, match, channel, owner, status };
}
