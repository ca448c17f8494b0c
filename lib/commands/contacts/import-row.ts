import type { Attributes } from '@/lib/attributes/attribute';
import { MAX_EXTERNAL_ID_LENGTH } from '@/lib/desk/checks';
import { EXTERNAL_ID, unguarded } from '@/lib/desk/csv-cells';
import type { ColumnMeaning } from '@/lib/desk/wire-imports';

/** A row as it asks to be written, or why it cannot be. */
export type ParsedImportRow = { externalId: string } & (
  | { values: ReadonlyMap<string, unknown>; problem: null }
  | { problem: string }
);

const NUMBER = /^-?\d+(\.\d+)?$/;
const YES = /^(yes|true)$/i;
const NO = /^(no|false)$/i;

/** Reads the cells of a row. An empty cell leaves what is known as it is. Pure. */
export function parseImportRow(
  cells: readonly string[],
  columns: readonly ColumnMeaning[],
  attributes: Attributes,
): ParsedImportRow {
  const values = new Map<string, unknown>();
  let externalId = '';
  for (const [place, meaning] of columns.entries()) {
    if (meaning === null) continue;
    const text = unguarded(cells[place] ?? '').trim();
    if (meaning === EXTERNAL_ID) externalId = text;
    else if (text !== '') values.set(meaning, valueIn(text, meaning, attributes));
  }
  const refused = (problem: string) => ({
    externalId: externalId.slice(0, MAX_EXTERNAL_ID_LENGTH),
    problem,
  });
  const more = cells.length - columns.length;
  if (more > 0 && cells.slice(columns.length).some((cell) => cell.trim() !== ''))
    return refused(`This row has ${cells.length} cells, ${more} more than the header.`);
  if (externalId === '') return refused('The external id is missing.');
  if (externalId.length > MAX_EXTERNAL_ID_LENGTH)
    return refused(`The external id has more than ${MAX_EXTERNAL_ID_LENGTH} characters.`);
  if ([externalId, ...values.values()].some((one) => typeof one === 'string' && one.includes('\0')))
    return refused('This row has a NUL character.');
  return { externalId, values, problem: null };
}

/** What is no value of the attribute's format stays text, and is refused as that. */
function valueIn(text: string, key: string, attributes: Attributes): unknown {
  switch (attributes.get(key)?.format) {
    case 'number':
      return NUMBER.test(text) ? Number(text) : text;
    case 'boolean':
      return YES.test(text) ? true : NO.test(text) ? false : text;
    default:
      return text;
  }
}
