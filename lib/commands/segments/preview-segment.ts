import { authorise, type Ctx } from '@/lib/desk/context';
import type { SegmentPreview } from '@/lib/desk/wire';
import { segmentSentence } from '@/lib/segments/sentence';
import { askedSegment, type SegmentQuestion } from './asked-segment';
import { movesShown, nameIn, previewMoves } from './preview-moves';

const MATCHES_SHOWN = 20;

export type PreviewInput = SegmentQuestion & {
  /** Whether it is, or would be, on the Prioritization list; a new one is taken to be. */
  highPriority?: boolean;
};

/**
 * What a segment with these conditions would do: who matches among the contacts with an open
 * conversation, and which queued conversations would move. Changes nothing. Throws `invalid` with
 * the field, `not_found`.
 */
export async function previewSegment({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: PreviewInput;
}): Promise<SegmentPreview> {
  authorise(ctx.caller, 'readSettings');
  const { memory } = ctx.desk;
  const { segment, edited } = askedSegment(memory, input);

  const holders = memory.matcher.holdersOf(segment);
  const matching = [...memory.contactsAt(holders)];
  const conversations = matching.flatMap(({ conversationIds }) => conversationIds);
  const highPriority = input.highPriority ?? (!edited || memory.highPriority.has(edited.id));
  const nobody = new Int32Array(holders.length);
  const counts = edited && memory.highPriority.has(edited.id);
  const moves = previewMoves(memory, [
    {
      before: counts ? memory.matcher.holders(edited.id) : nobody,
      after: highPriority ? holders : nobody,
    },
  ]);
  return {
    sentence: segmentSentence(segment, memory.attributes),
    contacts: matching.length,
    conversations: conversations.length,
    matches: conversations.slice(0, MATCHES_SHOWN).map((conversationId) => ({
      conversationId,
      name: nameIn(memory, conversationId),
      channel: memory.conversations.get(conversationId)?.channel ?? '',
    })),
    ...movesShown(memory, moves),
  };
}
