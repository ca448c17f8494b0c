import { z } from '@hono/zod-openapi';
import { bulkUpsertContacts, type RowResult } from '@/lib/commands/contacts/bulk-upsert';
import { sourceUsualFor } from '@/lib/commands/contacts/source-of';
import { authorise } from '@/lib/desk/context';
import { invalid } from '@/lib/desk/errors';
import { wireErrorOf } from '@/lib/desk/wire-error';
import { linesOf } from '@/lib/lines-of';
import { NDJSON } from './answer-lines';
import { type BulkRow, bulkRowSchema, type ParsedRow, parseRow } from './bulk-rows';
import { createRoute, errorAnswers, newApi } from './route';
import { errorSchema, staleSchema } from './schemas';

const MAX_ROWS = 10_000;
const NDJSON_TYPE = /^application\/(x-)?ndjson\s*(;|$)/i;

const resultSchema = z
  .object({
    row: z.int().openapi({ description: 'The place among the rows, from 1' }),
    externalId: z.string().optional(),
    ok: z.literal(true).optional(),
    created: z.boolean().optional(),
    stale: staleSchema,
    error: errorSchema.shape.error.optional(),
  })
  .openapi('BulkResult');

const postBulk = createRoute({
  method: 'post',
  path: '/contacts/bulk',
  summary: 'Make contacts, or write values of those that exist: one a row',
  description:
    'One JSON object a line, at most 10,000 of them and 20 MB. Answers one line a row, in the same order: what is good is kept, what is not says why. A row is kept whole or not at all.',
  request: { body: { content: { [NDJSON]: { schema: bulkRowSchema } }, required: true } },
  responses: {
    200: { description: 'A result a row', content: { [NDJSON]: { schema: resultSchema } } },
    ...errorAnswers,
  },
});

/** Where many contacts come in at once. */
export function bulkRoutes() {
  return newApi().openapi(postBulk, async (c) => {
    const { ctx } = c.var;
    // Before megabytes are read for somebody who may not send them.
    authorise(ctx.caller, 'writeValues');
    const rows = await readRows(c.req.raw);
    const usual = sourceUsualFor(ctx.caller);
    const good = rows.flatMap((parsed) => ('row' in parsed ? [parsed.row] : []));
    const results = await bulkUpsertContacts({
      ctx,
      input: {
        rows: good.map(({ externalId, as = usual, values, version }) => ({
          externalId,
          as,
          values: new Map(Object.entries(values)),
          version,
        })),
      },
    });
    const ofRow = new Map(good.map((row, place) => [row, results[place]]));
    const lines = rows.map((parsed, place) => {
      const result = 'row' in parsed ? resultOf(parsed.row, ofRow.get(parsed.row)) : parsed;
      return `${JSON.stringify({ row: place + 1, ...result })}\n`;
    });
    return c.body(lines.join(''), 200, { 'content-type': NDJSON });
  });
}

/** All rows, parsed as they arrive, so that nothing is kept of a call that is refused as a whole. */
async function readRows(request: Request): Promise<ParsedRow[]> {
  if (!NDJSON_TYPE.test(request.headers.get('content-type') ?? ''))
    throw invalid(`Send the rows as lines of JSON, with Content-Type: ${NDJSON}.`, 'content-type');
  const rows: ParsedRow[] = [];
  try {
    for await (const line of linesOf(request.body ?? new Blob([]).stream())) {
      if (rows.length === MAX_ROWS) throw invalid('A call has at most 10,000 rows.');
      rows.push(parseRow(line));
    }
  } catch (error) {
    if (error instanceof TypeError) throw invalid('The body is not JSON in UTF-8.');
    throw error;
  }
  if (rows.length === 0) throw invalid('Send at least one row.');
  return rows;
}

function resultOf({ externalId, version }: BulkRow, result: RowResult | undefined) {
  if (!result) throw new Error('A row has no result.');
  if ('error' in result) return { externalId, error: wireErrorOf(result.error) };
  const { created, stale } = result;
  return { externalId, ok: true, created, ...(version === undefined ? {} : { stale }) };
}
