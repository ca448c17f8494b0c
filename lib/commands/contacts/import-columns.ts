import type { Attribute, Attributes } from '@/lib/attributes/attribute';
import { mayWrite } from '@/lib/attributes/may-write';
import { EXTERNAL_ID } from '@/lib/desk/csv-cells';
import { invalid } from '@/lib/desk/errors';
import type { ColumnMeaning } from '@/lib/desk/wire-imports';

/** Headers that name who a row is about. */
const IDS = new Set(['externalid', 'id', 'customerid', 'contactid', 'userid']);

/** What a column seems to be, by its header; of two alike, the first. */
export function guessColumns(
  headers: readonly string[],
  attributes: Attributes,
): { guess: ColumnMeaning; problem: string | null }[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    const name = plain(header);
    const attribute = [...attributes.values()].find(
      ({ key, label, enabled }) => enabled && [plain(key), plain(label)].includes(name),
    );
    const guess = attribute?.key ?? (IDS.has(name) ? EXTERNAL_ID : null);
    if (guess === null || taken.has(guess)) return { guess: null, problem: null };
    const problem = attribute ? problemWith(attribute) : null;
    if (problem) return { guess: null, problem };
    taken.add(guess);
    return { guess, problem: null };
  });
}

/** Throws `invalid` unless one column says who a row is about, and the others what people may write. */
export function checkColumns(columns: readonly ColumnMeaning[], attributes: Attributes): void {
  const meant = columns.filter((one) => one !== null);
  const twice = meant.find((one, place) => meant.indexOf(one) !== place);
  if (twice !== undefined) throw invalid(`Two columns are ${twice}.`, 'columns');
  if (!meant.includes(EXTERNAL_ID))
    throw invalid('Choose the column that has the external id.', 'columns');
  for (const key of meant) {
    if (key === EXTERNAL_ID) continue;
    const attribute = attributes.get(key);
    if (!attribute?.enabled) throw invalid(`There is no attribute ${key}.`, 'columns');
    const problem = problemWith(attribute);
    if (problem) throw invalid(problem, 'columns');
  }
}

function problemWith(attribute: Attribute): string | null {
  const leave = mayWrite(attribute, 'agent', undefined);
  return leave.ok ? null : leave.message;
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}
