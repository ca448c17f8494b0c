import { z } from '@hono/zod-openapi';
import { STATUSES } from '@/lib/desk/facts';
import { readSearch } from '@/lib/desk/reads/search';
import { HIT_KINDS } from '@/lib/desk/search';
import { pageQuery } from './query';
import { answers, createRoute, newApi } from './route';
import { searchHitSchema } from './schemas';

const MAX_QUERY_LENGTH = 200;

const getSearch = createRoute({
  method: 'get',
  path: '/search',
  summary: 'Contacts and messages that have every word, the best first',
  description:
    'Words are found without case or accents, and no sign has a meaning. The last word, if nothing follows it, is also found as the beginning of a word. Contacts are found by external id and values, conversations, also resolved ones, by what was said in them. The snippet is plain text.',
  request: {
    query: z.strictObject({
      q: z.string().min(1).max(MAX_QUERY_LENGTH),
      in: z.enum(HIT_KINDS).optional(),
      status: z.enum([...STATUSES, 'open']).optional(),
      channel: z.string().optional(),
      owner: z
        .string()
        .optional()
        .openapi({ description: '`unowned`, `mine`, or the id of a person' }),
      ...pageQuery,
    }),
  },
  responses: answers(
    z.object({
      epoch: z.string(),
      revision: z.int().openapi({ description: 'What was committed up to here was looked at' }),
      hits: z.array(searchHitSchema),
      total: z.int(),
      complete: z.boolean().openapi({
        description: 'False when there may be more: of very many, only the newest are ranked',
      }),
      indexed: z.number().openapi({
        description: 'How much of the desk can be found yet, 0 to 1; below 1 while it is prepared',
      }),
    }),
    'One page of what was found',
  ),
});

/** Search over contacts, their values, messages and notes. */
export function searchRoutes() {
  return newApi().openapi(getSearch, async (c) => {
    const { q: query, in: kind, ...rest } = c.req.valid('query');
    return c.json(await readSearch(c.var.ctx, { query, kind, ...rest }, c.req.raw.signal), 200);
  });
}
