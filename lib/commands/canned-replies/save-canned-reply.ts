import { MAX_CANNED_REPLIES, nameKey } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import { newId } from '@/lib/desk/ids';
import { cannedReplyWire } from '@/lib/desk/reads/canned-replies';
import type { CannedReplyRow } from '@/lib/desk/store';
import type { CannedReplyWire } from '@/lib/desk/wire';
import { decideCannedReply, definition } from './decide-canned-reply';

export type CannedReplyInput = {
  /** Of the canned reply to change; a new one is made without. */
  id?: string;
  title?: string;
  text?: string;
  /** The revision the editor saw: a conflict if somebody saved since. */
  expect?: number;
};

/**
 * Makes a canned reply, or changes one; what is not given stays. Throws `invalid` with the field,
 * also for a placeholder that names no attribute, `not_found`, and `conflict` for a taken title or
 * a save in between.
 */
export async function saveCannedReply({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: CannedReplyInput;
}): Promise<CannedReplyWire> {
  authorise(ctx.caller, 'writeCannedReplies');
  const { memory, store } = ctx.desk;
  return decide(ctx, 'saveCannedReply', async () => {
    const kept = await store.cannedReplies();
    const before = input.id === undefined ? null : existing(kept, input);
    if (!before && kept.length >= MAX_CANNED_REPLIES)
      throw conflict(`A desk has at most ${MAX_CANNED_REPLIES} canned replies.`);
    const after = decideCannedReply({
      attributes: memory.attributes,
      before,
      given: input,
      newId: () => newId(ctx.desk.now()),
    });
    const title = nameKey(after.title);
    if (kept.some((one) => one.id !== after.id && nameKey(one.title) === title))
      throw conflict(`There is a canned reply called ${after.title} already.`, 'title');
    const same = before && before.title === after.title && before.text === after.text;
    return {
      expect: [
        { kind: 'cannedReply', id: after.id, revision: before?.revision ?? 0 },
        // Its placeholders were checked against these attributes.
        catalogueAsInMemory(memory),
      ],
      entries: same
        ? []
        : [{ kind: 'cannedReply.saved', body: { before: before && definition(before), after } }],
      answer: ([saved]) =>
        cannedReplyWire(
          saved
            ? {
                ...after,
                changedBy: saved.actor.name,
                changedAt: saved.at,
                revision: saved.revision,
              }
            : existing(kept, { id: after.id }),
        ),
    };
  });
}

function existing(kept: readonly CannedReplyRow[], input: CannedReplyInput): CannedReplyRow {
  const reply = kept.find(({ id }) => id === input.id);
  if (!reply) throw notFound('There is no such canned reply.');
  if (input.expect !== undefined && input.expect !== reply.revision)
    throw conflict(`${reply.changedBy ?? 'Somebody'} has saved this canned reply meanwhile.`);
  return reply;
}
