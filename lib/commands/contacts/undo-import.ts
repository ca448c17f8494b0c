import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { causeOfBulk, type Entry } from '@/lib/desk/entry';
import { conflict, isDeskError, notFound } from '@/lib/desk/errors';
import { contactAsLoaded } from '@/lib/desk/expectations';
import { newId } from '@/lib/desk/ids';
import { nameOf } from '@/lib/desk/queue-entry';
import type { ImportUndoProgress } from '@/lib/desk/wire-imports';
import { undoValues, type ValuesAct } from './undo-values';

const PAGE = 1_000;
const AT_ONCE = 50;
const EVERYBODY = 'everybody';

/** What the import did to one contact: made it, or changed its values. */
type Done = { contactId: string } & ({ madeUntil: number } | { act: ValuesAct });

/**
 * Takes an import back: a contact that it made is gone again, one that it changed is as before. One
 * that somebody has written to or changed since is left as it is and told of. Its entries have a
 * cause of their own. Tells as importContacts does. Throws `not_found` for an import that did
 * nothing, or that the journal no longer has.
 */
export async function undoImport({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { importId: string };
}): Promise<AsyncGenerator<ImportUndoProgress>> {
  authorise(ctx.caller, 'importContacts');
  const all = await whatWasDone(ctx, input.importId);
  if (all.length === 0) throw notFound('There is nothing of this import to undo.', 'importId');
  return undoAll(ctx, all);
}

async function* undoAll(ctx: Ctx, all: readonly Done[]): AsyncGenerator<ImportUndoProgress> {
  const { bulks } = ctx.desk;
  const ofUndo = { ...ctx, cause: causeOfBulk(newId(ctx.desk.now())) };
  const progress = { total: all.length, done: 0, failed: 0 };
  yield { ...progress, failures: [], finished: false };
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    const slice = () => Promise.all(some.map((one) => undone(ofUndo, one)));
    const failures = (await bulks.run(ctx.caller.id, () => bulks.run(EVERYBODY, slice))).flatMap(
      (failure) => failure ?? [],
    );
    progress.failed += failures.length;
    progress.done += some.length - failures.length;
    yield { ...progress, failures, finished: from + AT_ONCE >= all.length };
  }
}

async function whatWasDone(ctx: Ctx, importId: string): Promise<Done[]> {
  const done = new Map<string, Done>();
  for (let after = 0; ; ) {
    const page: Entry[] = await ctx.desk.store.entriesOfBulk(importId, after, PAGE);
    for (const entry of page) {
      if (entry.kind === 'contact.created') {
        const { contactId } = entry.body;
        done.set(contactId, { contactId, madeUntil: entry.revision });
      } else if (entry.kind === 'contact.attributesChanged') {
        const { contactId } = entry.body;
        const isNew = done.has(contactId);
        done.set(
          contactId,
          isNew ? { contactId, madeUntil: entry.revision } : { contactId, act: entry },
        );
      }
    }
    after = page.at(-1)?.revision ?? after;
    if (page.length < PAGE) return [...done.values()];
  }
}

/** Null when it is as before. */
async function undone(ctx: Ctx, one: Done): Promise<ImportUndoProgress['failures'][number] | null> {
  try {
    if ('act' in one) await undoValues({ ctx, input: { act: one.act } });
    else await unmake(ctx, one.contactId, one.madeUntil);
    return null;
  } catch (error) {
    if (!isDeskError(error)) throw error;
    const contact = await ctx.desk.store.contact(one.contactId);
    const name = contact && nameOf({ ...contact, values: new Map(Object.entries(contact.values)) });
    return { contactId: one.contactId, name, message: error.message };
  }
}

/** Deletes a contact that the import made, unless there is more to it by now. */
async function unmake(ctx: Ctx, contactId: string, madeUntil: number): Promise<void> {
  const { store, contacts } = ctx.desk;
  const load = async () => {
    const contact = await store.contact(contactId);
    if (!contact) throw conflict('It is forgotten.');
    return contact;
  };
  const { namespace, externalId } = await load();
  // In line with messages: one that arrives meanwhile would go with the contact.
  await contacts.run(`${namespace} ${externalId}`, () =>
    decide(ctx, 'undoImport', async () => {
      const contact = await load();
      if (contact.revision !== madeUntil) throw conflict('It was changed again since.');
      const conversations = await store.conversationsOf(contactId);
      if (conversations.length > 0) throw conflict('They have written in since.');
      return {
        expect: [contactAsLoaded(contact)],
        entries: [
          { kind: 'contact.forgotten', body: { contactId, namespace, conversationIds: [] } },
        ],
        answer: () => undefined,
      };
    }),
  );
}
