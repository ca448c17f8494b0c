import { guarded } from '@/lib/desk/csv-cells';
import type { ImportedRow, RowOutcome } from '@/lib/desk/wire-imports';

const DONE: Record<RowOutcome, string> = {
  created: 'made',
  changed: 'changed',
  same: 'as they were',
  refused: 'refused',
};
const WOULD: Record<RowOutcome, string> = {
  created: 'would be made',
  changed: 'would change',
  same: 'would stay as they are',
  refused: 'would be refused',
};

/** What a count of rows means: '12 would be made'. */
export function outcomeWords(outcome: RowOutcome, isDry: boolean): string {
  return (isDry ? WOULD : DONE)[outcome];
}

/** The results as a CSV file, a row each; what would be a formula is kept from it. */
export function resultsFile(rows: readonly ImportedRow[]): string {
  const lines = rows.map(({ row, externalId, outcome, message }) =>
    [String(row), externalId, outcome, message ?? ''].map(cell).join(','),
  );
  return `\uFEFF${['row,external_id,outcome,message', ...lines].join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
