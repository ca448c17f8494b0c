import { authorise, type Ctx } from '@/lib/desk/context';
import { nameOf } from '@/lib/desk/queue-entry';
import type { SegmentPreview } from '@/lib/desk/wire';
import { segmentSentence } from '@/lib/segments/sentence';
import { askedSegment, type SegmentQuestion } from './asked-segment';
import { type Move, previewMoves } from './preview-moves';

const MATCHES_SHOWN = 20;
const MOVES_SHOWN = 50;

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
  const { segment, edited, holds } = askedSegment(memory, input);

  const matching = [...memory.contacts.values()].filter(({ values }) => holds(values));
  const conversations = matching.flatMap((contact) =>
    [...contact.conversationIds].map((conversationId) => ({
      conversationId,
      name: nameOf(contact),
      channel: memory.conversations.get(conversationId)?.channel ?? '',
    })),
  );
  const highPriority = input.highPriority ?? (!edited || memory.highPriority.has(edited.id));
  const moves = previewMoves(memory, new Set(matching.map(({ id }) => id)), {
    replaces: edited && memory.highPriority.has(edited.id) ? edited.id : null,
    highPriority,
  });
  return {
    sentence: segmentSentence(segment, memory.attributes),
    contacts: matching.length,
    conversations: conversations.length,
    matches: conversations.slice(0, MATCHES_SHOWN),
    moves: moves.slice(0, MOVES_SHOWN).map((move) => ({ ...move, name: nameIn(ctx, move) })),
    moved: moves.length,
  };
}

function nameIn(ctx: Ctx, { conversationId }: Move): string {
  const { conversations, contacts } = ctx.desk.memory;
  const contact = contacts.get(conversations.get(conversationId)?.contactId ?? '');
  return contact ? nameOf(contact) : conversationId;
}
