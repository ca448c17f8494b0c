import { setImmediate } from 'node:timers/promises';
import type { ContactValues } from '@/lib/attributes/attribute';
import { authorise, type Ctx } from '@/lib/desk/context';
import { invalid, notFound } from '@/lib/desk/errors';
import { nameOf } from '@/lib/desk/queue-entry';
import type { SegmentPreview } from '@/lib/desk/wire';
import { checkConditions } from '@/lib/segments/check-segment';
import { compileSegment } from '@/lib/segments/evaluate';
import type { Condition, Join } from '@/lib/segments/segment';
import { segmentSentence } from '@/lib/segments/sentence';
import { type Move, previewMoves } from './preview-moves';

const SCAN_PAGE = 500;
const MATCHES_SHOWN = 20;
const MOVES_SHOWN = 50;

export type PreviewInput = {
  join: Join;
  conditions: readonly Condition[];
  /** The segment being edited. */
  id?: string;
  /** Whether it is, or would be, on the Prioritization list; a new one is taken to be. */
  highPriority?: boolean;
  /** `open`: contacts with an open conversation, at once. `all`: every contact, by a scan. */
  scope: 'open' | 'all';
};

/**
 * What a segment with these conditions would do: who matches, and which queued conversations
 * would move. Changes nothing. Throws `invalid` with the field, `not_found`.
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
  const edited = input.id === undefined ? undefined : memory.segments.get(input.id);
  if (input.id !== undefined && !edited) throw notFound('There is no such segment.');
  const keepDisabled = new Set(edited?.conditions.map(({ attribute }) => attribute));
  const checked = checkConditions(input.join, input.conditions, memory.attributes, {
    keepDisabled,
  });
  if (!checked.ok) throw invalid(checked.message, checked.field);
  const segment = {
    id: input.id ?? '',
    name: '',
    join: input.join,
    conditions: checked.conditions,
  };
  const context = { attributes: memory.attributes, timeZone: memory.settings.timeZone };
  const holds = compileSegment(segment, context);

  const holders = memory.matcher.holdersOf(segment);
  const matching = [...memory.contactsAt(holders)];
  const conversations = matching.flatMap((contact) =>
    [...contact.conversationIds].map((conversationId) => ({
      conversationId,
      name: nameOf(contact),
      channel: memory.conversations.get(conversationId)?.channel ?? '',
    })),
  );
  const highPriority = input.highPriority ?? (!edited || memory.highPriority.has(edited.id));
  const nobody = new Int32Array(holders.length);
  const counts = edited && memory.highPriority.has(edited.id);
  const moves = previewMoves(
    memory,
    counts ? memory.matcher.holders(edited.id) : nobody,
    highPriority ? holders : nobody,
  );
  return {
    sentence: segmentSentence(segment, memory.attributes),
    contacts: input.scope === 'all' ? await countContacts(ctx, holds) : matching.length,
    scope: input.scope,
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

/** Reads every contact in slices, so that the queue stays live while it counts. */
async function countContacts(ctx: Ctx, holds: (values: ContactValues) => boolean): Promise<number> {
  let count = 0;
  let afterId = '';
  for (;;) {
    const page = await ctx.desk.store.contactsAfter(afterId, SCAN_PAGE);
    for (const { values } of page) if (holds(new Map(Object.entries(values)))) count += 1;
    const last = page.at(-1);
    if (!last || page.length < SCAN_PAGE) return count;
    afterId = last.id;
    await setImmediate();
  }
}
