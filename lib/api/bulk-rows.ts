import { z } from '@hono/zod-openapi';
import type { WireError } from '@/lib/desk/wire';
import { inputError } from '@/lib/desk/wire-error';
import { problemInJson } from './check-body';
import { externalIdSchema, managerSchema, valuesSchema, versionSchema } from './schemas';

const MAX_ROW_LENGTH = 1_000_000;

export const bulkRowSchema = z
  .strictObject({
    externalId: externalIdSchema,
    as: managerSchema.optional(),
    values: valuesSchema,
    version: versionSchema.optional(),
  })
  .openapi('BulkRow');

export type BulkRow = z.infer<typeof bulkRowSchema>;
export type ParsedRow = { row: BulkRow } | { externalId?: string; error: WireError };

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
