import { authorise, type Ctx } from '../context';
import type { Conversation } from '../facts';
import { isoTime } from '../iso-time';
import { entryOf } from '../queue-entry';
import type { PageRequest } from '../store';
import type { ResolvedEntry } from '../wire';

/** One page of the resolved conversations, last activity first. */
export async function readResolved(
  ctx: Ctx,
  page: PageRequest,
): Promise<{ total: number; entries: ResolvedEntry[] }> {
  authorise(ctx.caller, 'see');
  const { total, conversations } = await ctx.desk.store.resolvedConversations(page);
  const entries = await Promise.all(conversations.map((found) => resolvedEntry(ctx, found)));
  return { total, entries: entries.flatMap((entry) => entry ?? []) };
}

async function resolvedEntry(ctx: Ctx, found: Conversation): Promise<ResolvedEntry | null> {
  const { memory, store } = ctx.desk;
  const contact = await store.contact(found.contactId);
  if (!contact) return null;
  const values = new Map(Object.entries(contact.values));
  const matches = memory.matcher.matches(values);
  const revision = Math.max(found.revision, contact.revision, memory.catalogueRevision);
  const entry = entryOf(
    memory,
    found,
    { externalId: contact.externalId, values },
    matches,
    revision,
  );
  return { ...entry, lastActivityAt: isoTime(found.lastActivityAt) };
}
