import type { Desk } from '@/lib/desk/desk';
import { EVENT_KINDS, type EventKind } from '@/lib/desk/endpoint';
import type { Entry } from '@/lib/desk/entry';
import type { ConversationState } from '@/lib/desk/facts';
import { isoTime, isoTimeOrNull } from '@/lib/desk/iso-time';
import { callBody, contactMark, type Told, webhookIdOf } from './told';

const KINDS: ReadonlySet<string> = new Set(EVENT_KINDS);

/** What is told of an entry about a conversation; nothing of one that is about something else. */
export async function conversationEvent(desk: Desk, entry: Entry): Promise<Told[]> {
  const { body } = entry;
  if (!isTold(entry.kind) || !('conversationId' in body)) return [];
  const { conversationId, contactId, channel, before, after } = body;
  const contact = await contactMark(desk, contactId);
  if (!contact) return [];
  const { kind, id, name } = entry.actor;
  const data = {
    revision: entry.revision,
    conversation: { id: conversationId, channel, ...stateWire(after) },
    before: before && stateWire(before),
    contact,
    by: { kind, id, name },
    ...('messageId' in body && { messageId: body.messageId }),
  };
  const told: Told = {
    webhookId: webhookIdOf(desk, entry),
    event: entry.kind,
    contactId,
    conversationId,
    body: callBody(entry, entry.kind, data),
  };
  return [told];
}

function isTold(kind: Entry['kind']): kind is Entry['kind'] & EventKind {
  return KINDS.has(kind);
}

/** Of what was said nothing: who is told may read it over the API, if they may. */
function stateWire({
  status,
  ownerId,
  waitingSince,
  lastActivityAt,
  returnsAt,
}: ConversationState) {
  return {
    status,
    ownerId,
    waitingSince: isoTimeOrNull(waitingSince),
    lastActivityAt: isoTime(lastActivityAt),
    returnsAt: isoTimeOrNull(returnsAt),
  };
}
