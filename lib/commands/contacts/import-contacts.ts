import { authorise, type Ctx } from '@/lib/desk/context';
import { causeOfBulk } from '@/lib/desk/entry';
import { isDeskError, tooLarge } from '@/lib/desk/errors';
import { DESK_NAMESPACE } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import type {
  ColumnMeaning,
  ImportedRow,
  ImportProgress,
  RowOutcome,
} from '@/lib/desk/wire-imports';
import { decideValues } from './decide-values';
import { checkColumns } from './import-columns';
import { type ParsedImportRow, parseImportRow } from './import-row';
import { sourceOf } from './source-of';
import { upsertContact } from './upsert-contact';

export const MAX_IMPORT_ROWS = 100_000;
/** So few that deciding on them holds up nobody; they wait together, and the store commits them so. */
const AT_ONCE = 50;
const EVERYBODY = 'everybody';

export type ImportInput = {
  /** The cells of each, without the header. */
  rows: AsyncIterable<readonly string[]>;
  columns: readonly ColumnMeaning[];
  dryRun: boolean;
};

type Numbered = { row: number } & ParsedImportRow;
type Outcome = Pick<ImportedRow, 'outcome' | 'message'>;

/**
 * Makes a contact a row, or writes values of one that exists, by hand, by the rules of upsertContact:
 * a row that is refused says why and stops no other; the second of one external id is refused. A dry
 * run changes nothing and tells what would happen now. It tells after each slice how far it has come,
 * and goes on only while it is asked for more. Throws `invalid` for columns that do not fit,
 * `too_large` past 100,000 rows; rows before that are kept.
 */
export function importContacts({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: ImportInput;
}): AsyncGenerator<ImportProgress> {
  authorise(ctx.caller, 'importContacts');
  sourceOf(ctx.caller, 'agent');
  checkColumns(input.columns, ctx.desk.memory.attributes);
  return importRows(ctx, input);
}

async function* importRows(ctx: Ctx, input: ImportInput): AsyncGenerator<ImportProgress> {
  const { desk } = ctx;
  const importId = input.dryRun ? null : newId(desk.now());
  const ofImport = importId === null ? ctx : { ...ctx, cause: causeOfBulk(importId) };
  const counts: Record<RowOutcome, number> = { created: 0, changed: 0, same: 0, refused: 0 };
  const firstRowOf = new Map<string, number>();

  const outcomeOf = async (one: Numbered): Promise<Outcome> => {
    if (one.problem !== null) return { outcome: 'refused', message: one.problem };
    const first = firstRowOf.get(one.externalId);
    if (first !== undefined)
      return { outcome: 'refused', message: `This external id is in row ${first} already.` };
    firstRowOf.set(one.externalId, one.row);
    return input.dryRun ? wouldBe(ctx, one) : write(ofImport, one);
  };
  const slice = async (some: readonly Numbered[]): Promise<ImportProgress> => {
    const outcomes = await Promise.all(some.map(outcomeOf));
    const results = some.map(({ row, externalId }, place): ImportedRow => {
      const { outcome, message } = outcomes[place] ?? { outcome: 'refused', message: null };
      counts[outcome] += 1;
      return { row, externalId, outcome, message };
    });
    return { ...counts, importId, results, finished: false };
  };
  const inTurn = (some: readonly Numbered[]) =>
    desk.bulks.run(ctx.caller.id, () => desk.bulks.run(EVERYBODY, () => slice(some)));

  // Before anything is written: by its id it can be taken back, however it ends.
  yield { ...counts, importId, results: [], finished: false };
  let row = 0;
  let some: Numbered[] = [];
  for await (const cells of input.rows) {
    row += 1;
    if (row > MAX_IMPORT_ROWS) throw tooLarge('A file has at most 100,000 rows.', 'rows');
    some.push({ row, ...parseImportRow(cells, input.columns, desk.memory.attributes) });
    if (some.length < AT_ONCE) continue;
    const full = some;
    some = [];
    yield await inTurn(full);
  }
  yield { ...(await inTurn(some)), finished: true };
}

type Writable = { externalId: string; values: ReadonlyMap<string, unknown> };

async function write(ctx: Ctx, { externalId, values }: Writable): Promise<Outcome> {
  try {
    const input = { externalId, as: 'agent' as const, values };
    const { created, changed } = await upsertContact({ ctx, input });
    return { outcome: created ? 'created' : changed ? 'changed' : 'same', message: null };
  } catch (error) {
    if (!isDeskError(error)) throw error;
    return { outcome: 'refused', message: inColumn(ctx, error.field, error.message) };
  }
}

async function wouldBe(ctx: Ctx, { externalId, values }: Writable): Promise<Outcome> {
  const { memory, store } = ctx.desk;
  const contact = await store.contactByExternalId(DESK_NAMESPACE, externalId);
  const { changes, refused } = decideValues({
    attributes: memory.attributes,
    current: contact?.values ?? {},
    values,
    as: 'agent',
    now: ctx.desk.now(),
  });
  const [first] = refused;
  if (first)
    return {
      outcome: 'refused',
      message: inColumn(ctx, `values.${first.attribute}`, first.message),
    };
  return { outcome: !contact ? 'created' : changes.length > 0 ? 'changed' : 'same', message: null };
}

/** Says which column it is that does not fit. */
function inColumn({ desk }: Ctx, field: string | undefined, message: string): string {
  const label = desk.memory.attributes.get(field?.replace(/^values\./, '') ?? '')?.label;
  return label === undefined ? message : `${label}: ${message}`;
}
