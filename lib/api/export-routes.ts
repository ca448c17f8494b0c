import { z } from '@hono/zod-openapi';
import { stringify } from 'csv-stringify/sync';
import { guarded } from '@/lib/desk/csv-cells';
import { invalid } from '@/lib/desk/errors';
import { exportContacts, type Table } from '@/lib/desk/reads/export-contacts';
import { SEGMENT_MATCHES } from '@/lib/ranking/filter';
import { contactFilterSchema, MAX_QUERY_LENGTH } from './contact-schemas';
import { createRoute, errorAnswers, newApi } from './route';

const CSV = 'text/csv';
/** By this spreadsheets know that a file is in UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

const getExport = createRoute({
  method: 'get',
  path: '/contacts/export',
  summary: 'The contacts that a filter holds, as a CSV file',
  description:
    "UTF-8 with its mark, commas, a header of `external_id`, `channel` and the keys of the enabled attributes. A cell that begins with `=`, `+`, `-`, `@`, a tab or a line break has a `'` in front, so that no spreadsheet takes it for a formula; an import takes it off again.",
  request: {
    query: z.strictObject({
      query: z.string().min(1).max(MAX_QUERY_LENGTH).optional(),
      segments: z.string().optional().openapi({ description: 'Ids, separated by commas' }),
      match: z.enum(SEGMENT_MATCHES).optional(),
      conditions: z.string().max(20_000).optional().openapi({
        description: 'A list of conditions in JSON, as in `POST /contacts/find`',
      }),
    }),
  },
  responses: {
    200: { description: 'The file', content: { [CSV]: { schema: z.string() } } },
    ...errorAnswers,
  },
});

/** Contacts as a file. `onError` is told why one has ended early. */
export function exportRoutes(onError: (error: unknown) => void) {
  return newApi().openapi(getExport, (c) => {
    const { query, segments, match, conditions } = c.req.valid('query');
    const filter = contactFilterSchema.safeParse({
      ...(segments ? { segments: segments.split(',') } : {}),
      ...(match ? { match } : {}),
      ...(conditions ? { conditions: parsed(conditions) } : {}),
    });
    if (!filter.success) throw invalid('This is no list of conditions.', 'conditions');
    const table = exportContacts(c.var.ctx, { filter: filter.data, query }, c.req.raw.signal);
    return c.body(fileOf(table, onError), 200, {
      'content-type': `${CSV}; charset=utf-8`,
      'content-disposition': 'attachment; filename="contacts.csv"',
      'x-accel-buffering': 'no',
    });
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The bytes of the file, made no faster than they are taken. A failure breaks the connection off. */
function fileOf({ header, parts }: Table, onError: (error: unknown) => void) {
  const encoder = new TextEncoder();
  const lines = (rows: readonly string[][]) =>
    encoder.encode(
      stringify(
        rows.map((cells) => cells.map(guarded)),
        { record_delimiter: 'windows' },
      ),
    );
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(encoder.encode(BYTE_ORDER_MARK));
        controller.enqueue(lines([header]));
      },
      async pull(controller) {
        try {
          // What is asked for once must bring something, or nothing is asked for again.
          for (;;) {
            const { done, value } = await parts.next();
            if (done) return controller.close();
            if (value.length > 0) return controller.enqueue(lines(value));
          }
        } catch (error) {
          onError(error);
          controller.error(error);
        }
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
