import { type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { Actor, EntryDraft, EntryKind } from '@/lib/desk/entry';
import { conflict } from '@/lib/desk/errors';

/** What the commit gives to every entry it writes. */
export type Written = { revision: number; at: number; actor: Actor };

export type DraftOf<K extends EntryKind> = Extract<EntryDraft, { kind: K }>;

/** A value that a prepared statement is given when it runs. */
export function given<N extends string>(name: N): Placeholder<N> {
  return sql.placeholder(name);
}

/** The same inside `set`, which takes no bare placeholder. The value is bound as it is, unencoded. */
export function givenIn(name: string): SQL {
  return sql`${sql.placeholder(name)}`;
}

/** Throws `conflict` when a write met no row: what the entry is about is gone. */
export function mustWrite(result: { changes: number }, gone: string): void {
  if (result.changes === 0) throw conflict(gone);
}
