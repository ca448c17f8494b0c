import { placeholderKeys, placeholderProblem } from '@/lib/attributes/placeholders';
import {
  checkedName,
  checkedText,
  MAX_CANNED_REPLIES,
  MAX_MESSAGE_LENGTH,
} from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, invalid, notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import type { CannedReply } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import { cannedReplyWire } from '@/lib/desk/reads/canned-replies';
import type { CannedReplyRow } from '@/lib/desk/store';
import type { CannedReplyWire } from '@/lib/desk/wire';

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
    const after = edited(ctx, before, input);
    const title = after.title.toLowerCase();
    if (kept.some((one) => one.id !== after.id && one.title.toLowerCase() === title))
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

/** The canned reply as it will be; placeholders of attributes disabled since may stay. */
function edited(
  { desk }: Ctx,
  before: CannedReplyRow | null,
  { title = before?.title, text = before?.text }: CannedReplyInput,
): CannedReply {
  if (title === undefined) throw invalid('Give the canned reply a title.', 'title');
  if (text === undefined) throw invalid('Give the canned reply a text.', 'text');
  const after = {
    id: before?.id ?? newId(desk.now()),
    title: checkedName(title, 'title'),
    text: checkedText(text, 'text', MAX_MESSAGE_LENGTH),
  };
  // A text that stays is not looked at again: a title can be changed whatever became of attributes.
  if (after.text === before?.text) return after;
  const keepDisabled = placeholderKeys(before?.text ?? '');
  const problem = placeholderProblem(after.text, desk.memory.attributes, { keepDisabled });
  if (problem) throw invalid(problem, 'text');
  return after;
}

/** The canned reply without who changed it and when, which the entry says itself. */
export function definition({ id, title, text }: CannedReply): CannedReply {
  return { id, title, text };
}
