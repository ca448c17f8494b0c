import type { Manager } from '@/lib/attributes/attribute';
import { authorise, type Ctx } from '@/lib/desk/context';
import { type DeskError, isDeskError } from '@/lib/desk/errors';
import type { SourceVersion } from '@/lib/desk/source-version';
import { upsertContact } from './upsert-contact';

/** So few that deciding on them holds up nobody; they wait together, and the store commits them so. */
const AT_ONCE = 50;

/** A contact as it came in one row. */
export type ContactRow = {
  externalId: string;
  as: Manager;
  values: ReadonlyMap<string, unknown>;
  version?: SourceVersion;
};

/** What became of a row; `stale` are the attributes whose values were older than what is known. */
export type RowResult = { created: boolean; stale: string[] } | { error: DeskError };

/**
 * Upserts one contact a row, in order, by the rules of upsertContact: a row that is refused says
 * why and stops no other. The queue stays live meanwhile. Rejects only for what no row is to
 * blame for; rows before that are kept.
 */
export async function bulkUpsertContacts({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { rows: readonly ContactRow[] };
}): Promise<RowResult[]> {
  authorise(ctx.caller, 'writeValues');
  const results: RowResult[] = [];
  for (let from = 0; from < input.rows.length; from += AT_ONCE) {
    const rows = input.rows.slice(from, from + AT_ONCE);
    results.push(...(await Promise.all(rows.map((row) => upsertRow(ctx, row)))));
  }
  return results;
}

async function upsertRow(ctx: Ctx, row: ContactRow): Promise<RowResult> {
  try {
    const { created, stale } = await upsertContact({ ctx, input: row });
    return { created, stale };
  } catch (error) {
    if (isDeskError(error)) return { error };
    throw error;
  }
}
