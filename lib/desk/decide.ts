import { actorOf, type Ctx } from './context';
import type { Entry, EntryDraft } from './entry';
import { isDeskError } from './errors';
import type { Expectation } from './store';

const ATTEMPTS = 5;

/** What a command decided: what to keep, provided that what it believed still holds. */
export type Decision<R> = {
  expect: Expectation[];
  /** None means that all is as wanted already. */
  entries: EntryDraft[];
  answer: (entries: readonly Entry[]) => R;
};

/**
 * The way of every command: load facts, decide, commit; on a conflict with another writer load
 * and decide again, up to five times. A conflict that `decide` itself throws is the answer.
 */
export async function decide<R>(
  ctx: Ctx,
  cause: string,
  decideOnFacts: () => Promise<Decision<R>>,
): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    const { expect, entries, answer } = await decideOnFacts();
    if (entries.length === 0) return answer([]);
    try {
      const actor = actorOf(ctx.caller);
      return answer(await ctx.desk.commit({ actor, cause, expect, entries }));
    } catch (error) {
      const again = isDeskError(error) && error.code === 'conflict' && attempt < ATTEMPTS;
      if (!again) throw error;
      await ctx.desk.lookForForeignEntries();
    }
  }
}
