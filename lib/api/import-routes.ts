import { z } from '@hono/zod-openapi';
import { guessColumns } from '@/lib/commands/contacts/import-columns';
import { importContacts, MAX_IMPORT_ROWS } from '@/lib/commands/contacts/import-contacts';
import { undoImport } from '@/lib/commands/contacts/undo-import';
import { authorise } from '@/lib/desk/context';
import { invalid, tooLarge } from '@/lib/desk/errors';
import { type ImportColumn, ROW_OUTCOMES } from '@/lib/desk/wire-imports';
import { answerLines, NDJSON } from './answer-lines';
import { csvRows, csvTextOf, DELIMITERS, type Delimiter, delimiterOf } from './csv-file';
import { answers, createRoute, errorAnswers, jsonBody, newApi } from './route';
import { errorSchema } from './schemas';

export const MAX_IMPORT_MB = 50;
const EXAMPLES = 3;
const EXAMPLE_LENGTH = 80;
const csvBody = { content: { 'text/csv': { schema: z.string() } }, required: true } as const;
const delimiterQuery = z.enum(DELIMITERS).optional().openapi({
  description: 'What parts the cells; found out unless told',
});

const look = createRoute({
  method: 'post',
  path: '/contacts/import/look',
  summary: 'What the columns of a CSV file seem to be; nothing is kept',
  description: `UTF-8, with a header, its cells parted by commas, semicolons or tabs, at most ${MAX_IMPORT_MB} MB and 100,000 rows.`,
  request: { query: z.strictObject({ delimiter: delimiterQuery }), body: csvBody },
  responses: answers(
    z
      .object({
        delimiter: z.enum(DELIMITERS),
        rows: z.int(),
        columns: z.array(
          z.object({
            header: z.string(),
            examples: z.array(z.string()),
            guess: z.string().nullable(),
            problem: z.string().nullable().openapi({
              description: 'Why it is not imported, where it names an attribute all the same',
            }),
          }),
        ),
      })
      .openapi('ImportLook'),
    'The file as it seems to be meant',
  ),
});

const counts = Object.fromEntries(ROW_OUTCOMES.map((outcome) => [outcome, z.int()]));
const progressSchema = z
  .object({
    ...counts,
    importId: z.string().nullable().openapi({
      description: 'By this it can be taken back; null for a dry run',
    }),
    results: z
      .array(
        z.object({
          row: z.int(),
          externalId: z.string(),
          outcome: z.enum(ROW_OUTCOMES),
          message: z.string().nullable(),
        }),
      )
      .openapi({ description: 'Those since the last line; rows count from 1 below the header' }),
    finished: z.boolean(),
  })
  .openapi('ImportProgress');

const bring = createRoute({
  method: 'post',
  path: '/contacts/import',
  summary: 'Make contacts, or write values of those that exist: one a row of a CSV file',
  description:
    '`columns` says what each column of the file is: `external_id`, the key of an attribute that people write, or nothing. An empty cell leaves what is known as it is. A row is kept whole or not at all; one that is refused stops no other, and the second of one external id is refused. With `dry=yes` nothing is kept, and it tells what would happen. Answers a line as it goes, and stops where it is when the client closes the connection. A line with an error is the last one.',
  request: {
    query: z.strictObject({
      columns: z.string().openapi({ example: 'external_id,name,,country' }),
      delimiter: delimiterQuery,
      dry: z.enum(['yes', 'no']).optional(),
    }),
    body: csvBody,
  },
  responses: {
    200: {
      description: 'How far it has come, and what became of each row',
      content: { [NDJSON]: { schema: z.union([progressSchema, errorSchema]) } },
    },
    ...errorAnswers,
  },
});

const undo = createRoute({
  method: 'post',
  path: '/contacts/import/undo',
  summary: 'Take an import back',
  description:
    'A contact that it made is gone again, one that it changed is as it was before; one that somebody has changed or written to since is left as it is and told of. Answers a line as it goes.',
  request: { body: jsonBody(z.strictObject({ importId: z.string() })) },
  responses: {
    200: {
      description: 'How far it has come',
      content: {
        [NDJSON]: {
          schema: z.union([
            z
              .object({
                total: z.int(),
                done: z.int(),
                failed: z.int(),
                failures: z.array(
                  z.object({
                    contactId: z.string(),
                    name: z.string().nullable(),
                    message: z.string(),
                  }),
                ),
                finished: z.boolean(),
              })
              .openapi('ImportUndoProgress'),
            errorSchema,
          ]),
        },
      },
    },
    ...errorAnswers,
  },
});

/** Contacts from files. `onError` is told why an import has ended early. */
export function importRoutes(onError: (error: unknown) => void) {
  return newApi()
    .openapi(look, async (c) => {
      const { caller, desk } = c.var.ctx;
      // Before megabytes are read for somebody who may not send them.
      authorise(caller, 'importContacts');
      const text = await csvTextOf(c.req.raw);
      const delimiter = c.req.valid('query').delimiter ?? delimiterOf(text);
      const { header, examples, rows } = await readThrough(text, delimiter);
      const guesses = guessColumns(header, desk.memory.attributes);
      const columns = header.map(
        (name, place): ImportColumn => ({
          header: name.slice(0, EXAMPLE_LENGTH),
          examples: examples[place] ?? [],
          guess: guesses[place]?.guess ?? null,
          problem: guesses[place]?.problem ?? null,
        }),
      );
      return c.json({ delimiter, rows, columns }, 200);
    })
    .openapi(bring, async (c) => {
      const { ctx } = c.var;
      authorise(ctx.caller, 'importContacts');
      const text = await csvTextOf(c.req.raw);
      const { columns, delimiter, dry } = c.req.valid('query');
      const rows = csvRows(text, delimiter ?? delimiterOf(text));
      const { value: header } = await rows.next();
      const meanings = columns.split(',').map((one) => (one === '' ? null : one));
      if (header?.length !== meanings.length)
        throw invalid(
          `The file has ${header?.length ?? 0} columns; say of each what it is, or leave it empty between commas.`,
          'columns',
        );
      const input = { rows, columns: meanings, dryRun: dry === 'yes' };
      return answerLines(c, importContacts({ ctx, input }), onError);
    })
    .openapi(undo, async (c) => {
      const input = c.req.valid('json');
      return answerLines(c, await undoImport({ ctx: c.var.ctx, input }), onError);
    });
}

/** The header, the first different cells of each column, and how many rows there are below it. */
async function readThrough(text: string, delimiter: Delimiter) {
  let header: string[] | null = null;
  let rows = 0;
  const examples: string[][] = [];
  for await (const cells of csvRows(text, delimiter)) {
    if (header === null) {
      header = cells;
      continue;
    }
    rows += 1;
    if (rows > MAX_IMPORT_ROWS) throw tooLarge('A file has at most 100,000 rows.', 'rows');
    for (const [place, cell] of cells.slice(0, header.length).entries()) {
      const seen = examples[place] ?? [];
      examples[place] = seen;
      const shown = cell.trim().slice(0, EXAMPLE_LENGTH);
      if (shown !== '' && seen.length < EXAMPLES && !seen.includes(shown)) seen.push(shown);
    }
  }
  return { header: header ?? [], examples, rows };
}
