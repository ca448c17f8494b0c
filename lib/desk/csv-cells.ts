/** What a spreadsheet would take for a formula, however often it was kept from it. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** A cell that no spreadsheet runs: what would be a formula has a quote in front. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** What was in a cell before it was guarded. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** The column that says who a row is about. */
export const EXTERNAL_ID = 'external_id';
