import { authorise, type Ctx } from '../context';
import type { Actor, EntryKind } from '../entry';
import { isoTime } from '../iso-time';

/** An entry as it leaves the desk. */
export type EntryWire = {
  revision: number;
  at: string;
  actor: Actor;
  cause: string;
  kind: EntryKind;
  body: Record<string, unknown>;
  personal: Record<string, unknown> | null;
};

/** Entries after a revision, in order. Throws `forbidden` for who may not read the settings. */
export async function readJournal(
  { desk, caller }: Ctx,
  request: { after: number; limit: number },
): Promise<EntryWire[]> {
  authorise(caller, 'readSettings');
  const entries = await desk.store.entriesAfter(request.after, request.limit);
  return entries.map((entry) => ({ ...entry, at: isoTime(entry.at) }));
}
