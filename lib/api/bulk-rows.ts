import { z } from '@hono/zod-openapi';
import type { WireError } from '@/lib/desk/wire';
import { inputError } from '@/lib/desk/wire-error';
import { problemInJson } from './check-body';
import { externalIdSchema, managerSchema, valuesSchema } from './schemas';

const MAX_ROW_LENGTH = 1_000_000;

export const bulkRowSchema = z
  .strictObject({
    externalId: externalIdSchema,
    as: managerSchema.optional(),
    values: valuesSchema,
  })
  .openapi('BulkRow');

export type BulkRow = z.infer<typeof bulkRowSchema>;
export type ParsedRow = { row: BulkRow } | { externalId?: string; error: WireError };

/** The lines of a body that have something in them. Rejects with a TypeError for bytes that are no UTF-8. */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = body.getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    yield* lines.filter((line) => /\S/.test(line));
    if (done) return;
  }
}

/** One line as a row, or why it is none. */
export function parseRow(line: string): ParsedRow {
  if (line.length > MAX_ROW_LENGTH) return refused('A row has at most 1 MB.');
  const json = parsed(line);
  if (json === undefined) return refused('This row is not JSON.');
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return refused('A row must be a JSON object.');
  const problem = problemInJson(json);
  if (problem) return { error: problem };
  const row = bulkRowSchema.safeParse(json);
  if (row.success) return { row: row.data };
  const named = z.object({ externalId: externalIdSchema }).safeParse(json);
  return { externalId: named.data?.externalId, error: inputError(row.error) };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function refused(message: string): ParsedRow {
  return { error: { code: 'invalid', message } };
}
