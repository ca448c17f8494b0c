import { SYSTEM } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import { isForgotten } from '@/lib/desk/forgotten';
import { bringBack } from './bring-back';
import { resolveForgotten } from './resolve-forgotten';

/** So many at once: a desk that slept for a week has time for its people too. */
const MOST_AT_ONCE = 200;

/**
 * Does what nobody asks for at its moment: brings boomerangs back, resolves what was forgotten.
 * What is due lies in the rows, so that a restart forgets none of it. Whether it did all there was;
 * rejects with the first failure after all others were tried.
 */
export async function doWhatIsDue(desk: Desk): Promise<boolean> {
  const ctx = { desk, caller: SYSTEM };
  const due = desk.memory.boomerangsDue(desk.now()).slice(0, MOST_AT_ONCE);
  const failures = await eachOf(due, (input) => bringBack({ ctx, input }));
  const forgotten = forgottenOf(desk);
  failures.push(...(await eachOf(forgotten, (input) => resolveForgotten({ ctx, input }))));
  if (failures.length > 0) throw failures[0];
  return due.length + forgotten.length < MOST_AT_ONCE;
}

/** Does it to each, one after the other; one that fails keeps none of the others waiting. */
async function eachOf(
  conversationIds: readonly string[],
  act: (input: { conversationId: string }) => Promise<void>,
): Promise<unknown[]> {
  const failures: unknown[] = [];
  for (const conversationId of conversationIds) {
    try {
      await act({ conversationId });
    } catch (error) {
      failures.push(error);
    }
  }
  return failures;
}

/** Pending ones stand by last activity: the first that is too young ends the search. */
function forgottenOf(desk: Desk): string[] {
  const { memory } = desk;
  const now = desk.now();
  const forgotten: string[] = [];
  if (memory.settings.autoResolveAfterHours === null) return forgotten;
  for (const { conversationId } of memory.queue.waiting('pending')) {
    const conversation = memory.conversations.get(conversationId);
    if (!conversation || conversation.returnsAt !== null) continue;
    if (conversation.waitingSince !== null) continue;
    if (!isForgotten(conversation, memory.settings, now)) break;
    forgotten.push(conversationId);
    if (forgotten.length === MOST_AT_ONCE) break;
  }
  return forgotten;
}
