import type { Ctx } from '@/lib/desk/context';
import { causeOfBulk } from '@/lib/desk/entry';
import { type DeskError, isDeskError } from '@/lib/desk/errors';
import { newId } from '@/lib/desk/ids';
import { nameOf } from '@/lib/desk/queue-entry';
import type { BulkFailure, BulkProgress } from '@/lib/desk/wire';

/** So few that deciding on them holds up nobody; they wait together, and the store commits them so. */
const AT_ONCE = 50;
const EVERYBODY = 'everybody';

/**
 * Does something to many conversations in slices, and tells after each how far it has come, at last
 * with `finished`. It goes on only while it is asked for more. Bulk acts take turns, caller by
 * caller. Rejects for what no conversation is to blame for; what was done before that stays.
 */
export async function* inBulk<One extends { conversationId: string }>(
  ctx: Ctx,
  ones: readonly One[],
  act: (ofBulk: Ctx, one: One) => Promise<unknown>,
): AsyncGenerator<BulkProgress> {
  const { bulks } = ctx.desk;
  const bulkId = newId(ctx.desk.now());
  const ofBulk = { ...ctx, cause: causeOfBulk(bulkId) };
  const total = ones.length;
  let tried = 0;
  let failed = 0;
  const progress = (failures: BulkFailure[]): BulkProgress => ({
    bulkId,
    total,
    done: tried - failed,
    failed,
    failures,
    finished: tried === total,
  });

  const slice = async () => {
    const some = ones.slice(tried, tried + AT_ONCE);
    const errors = await Promise.all(some.map((one) => errorOf(() => act(ofBulk, one))));
    const failures = await Promise.all(
      some.flatMap(({ conversationId }, place) => {
        const error = errors[place] ?? null;
        if (error === null) return [];
        if (!isDeskError(error)) throw error;
        return [failureOf(ctx, conversationId, error)];
      }),
    );
    tried += some.length;
    failed += failures.length;
    return failures;
  };

  // Before anything is done: by its id it can be taken back, however it ends.
  yield progress([]);
  while (tried < total) {
    yield progress(await bulks.run(ctx.caller.id, () => bulks.run(EVERYBODY, slice)));
  }
}

/** What it throws, or null. All of a slice are waited for, so that none goes on unseen. */
async function errorOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
    return null;
  } catch (error) {
    return error;
  }
}

async function failureOf(
  { desk: { store } }: Ctx,
  conversationId: string,
  { code, message }: DeskError,
): Promise<BulkFailure> {
  const conversation = await store.conversation(conversationId);
  const contact = conversation && (await store.contact(conversation.contactId));
  const name = contact
    ? nameOf({ ...contact, values: new Map(Object.entries(contact.values)) })
    : null;
  return { conversationId, name, code, message };
}
