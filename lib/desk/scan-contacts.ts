import { setImmediate } from 'node:timers/promises';
import type { ContactValues } from '@/lib/attributes/attribute';
import type { Ctx } from './context';

/** How long a scan holds the event loop, but for the read under way. */
const SLICE_MS = 2;
/** How many values one read may bring: about a millisecond. */
const READ_VALUES = 400;
const TELL_EVERY_MS = 100;
const EVERYBODY = 'everybody';

/** Reads contacts in pages: those after one (null at the beginning), at most `limit`. */
type ReadPage<Scanned> = (
  afterId: string | null,
  limit: number,
  attributes: readonly string[],
) => Promise<readonly Scanned[]>;

export type ScannedContact = { contactId: string; values: ContactValues };

/** How far a scan has come: of `total` contacts, so many. */
export type ScanProgress = { scanned: number; total: number; done: boolean };

/**
 * Looks at all contacts in the background, in slices, with what they have for the attributes named:
 * `look` is given each. Tells now and then how far it has come, and at last with `done`. It reads on
 * only while it is asked for more. Scans take turns, caller by caller.
 */
export async function* scanContacts<Scanned extends { contactId: string }>(
  { desk: { store, scans }, caller }: Ctx,
  attributes: readonly string[],
  look: (contact: Scanned) => void,
  read: ReadPage<Scanned>,
): AsyncGenerator<ScanProgress> {
  const limit = Math.ceil(READ_VALUES / Math.max(1, attributes.length));
  const total = await store.countContacts();
  let scanned = 0;
  let afterId: string | null = null;
  let isOver = false;

  const slice = async () => {
    const until = performance.now() + SLICE_MS;
    while (!isOver && performance.now() < until) {
      const page = await read(afterId, limit, attributes);
      for (const contact of page) look(contact);
      scanned += page.length;
      isOver = page.length < limit;
      afterId = page.at(-1)?.contactId ?? afterId;
    }
    // Within the turn, so that whoever is next waits until the queue has been served.
    await setImmediate();
  };

  let toldAt = performance.now();
  while (!isOver) {
    await scans.run(caller.id, () => scans.run(EVERYBODY, slice));
    if (!isOver && performance.now() - toldAt >= TELL_EVERY_MS) {
      // Contacts are made meanwhile.
      yield { scanned, total: Math.max(total, scanned), done: false };
      toldAt = performance.now();
    }
  }
  yield { scanned, total: scanned, done: true };
}

/** The same over what each has for the attributes named, the oldest contact first. */
export function scanValues(
  ctx: Ctx,
  attributes: readonly string[],
  look: (contact: ScannedContact) => void,
): AsyncGenerator<ScanProgress> {
  return scanContacts(ctx, attributes, look, (afterId, limit, names) =>
    ctx.desk.store.valuesAfter(afterId ?? '', limit, names),
  );
}
