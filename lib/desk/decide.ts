import { actorOf, type Ctx } from './context';
import type { Entry, EntryDraft } from './entry';
import { type DeskError, isDeskError } from './errors';
import type { Expectation } from './store';

const ATTEMPTS = 5;

/** What a command decided: what to keep, provided that what it believed still holds. */
export type Decision<R> = {
  expect: Expectation[];
  /** None means that all is as wanted already. */
  entries: EntryDraft[];
  answer: (entries: readonly Entry[]) => R;
};

type Tried<R> = { kept: true; answer: R } | { kept: false; conflict: DeskError };

/**
 * The way of every command: load facts, decide, commit; on a conflict with another writer load
 * and decide again, up to five times, one such command after the other, or many at once would
 * only conflict again. A conflict that `decide` itself throws is the answer.
 */
export async function decide<R>(
  ctx: Ctx,
  command: string,
  decideOnFacts: () => Promise<Decision<R>>,
): Promise<R> {
  const cause = ctx.cause ?? command;
  const first = await tryOnce(ctx, cause, decideOnFacts);
  if (first.kept) return first.answer;
  return ctx.desk.retries.run('', async () => {
    let { conflict } = first;
    for (let attempt = 2; attempt <= ATTEMPTS; attempt += 1) {
      await ctx.desk.lookForForeignEntries();
      const again = await tryOnce(ctx, cause, decideOnFacts);
      if (again.kept) return again.answer;
      conflict = again.conflict;
    }
    throw conflict;
  });
}

async function tryOnce<R>(
  ctx: Ctx,
  cause: string,
  decideOnFacts: () => Promise<Decision<R>>,
): Promise<Tried<R>> {
  const { expect, entries, answer } = await decideOnFacts();
  if (entries.length === 0) return { kept: true, answer: answer([]) };
  let kept: readonly Entry[];
  try {
    kept = await ctx.desk.commit({ actor: actorOf(ctx.caller), cause, expect, entries });
  } catch (error) {
    if (isDeskError(error) && error.code === 'conflict') return { kept: false, conflict: error };
    throw error;
  }
  return { kept: true, answer: answer(kept) };
}
