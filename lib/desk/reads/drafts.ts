import { asPerson, type Ctx } from '../context';
import type { Draft } from '../facts';
import { isoTime } from '../iso-time';
import type { DraftWire } from '../wire';

/** The caller's own drafts, the last written first. Throws `forbidden` for a token. */
export async function readDrafts(ctx: Ctx): Promise<DraftWire[]> {
  const { desk, caller } = asPerson(ctx);
  return (await desk.store.draftsOf(caller.id)).map(draftWire);
}

/** The caller's own draft in a conversation, or null. Throws `forbidden` for a token. */
export async function readDraft(ctx: Ctx, conversationId: string): Promise<DraftWire | null> {
  const { desk, caller } = asPerson(ctx);
  const draft = await desk.store.draft(caller.id, conversationId);
  return draft && draftWire(draft);
}

export function draftWire({ personId: _, writtenAt, ...draft }: Draft): DraftWire {
  return { ...draft, writtenAt: isoTime(writtenAt) };
}
