import type { Attribute, AttributeValue } from '@/lib/attributes/attribute';
import { API_CHANNEL, DEFAULT_SETTINGS, DESK_NAMESPACE } from '@/lib/desk/facts';
import { Memory } from '@/lib/desk/memory';
import { project } from '@/lib/desk/project';
import type { Segment } from '@/lib/segments/segment';

const PAGE = 1_000;

/** A desk in memory with a New conversation of each contact, on which one high-priority segment is edited. */
export function editedDesk(
  contacts: readonly Map<string, AttributeValue>[],
  attributes: ReadonlyMap<string, Attribute>,
  first: Segment,
) {
  const memory = new Memory({
    epoch: 'bench',
    revision: 1,
    catalogue: {
      revision: 1,
      attributes: [...attributes.values()],
      segments: [{ ...first, changedBy: null, changedAt: 0, revision: 1 }],
      prioritization: { segmentIds: [first.id], revision: 1 },
      settings: DEFAULT_SETTINGS,
      crm: { connection: null, revision: 0 },
      channels: [API_CHANNEL],
      people: [],
    },
  });
  for (let from = 0; from < contacts.length; from += PAGE) {
    memory.admit(contacts.slice(from, from + PAGE).map((values, at) => openOf(from + at, values)));
  }
  memory.rankAll();
  let segment = first;
  let matching = matchingNow();
  const desk = {
    /** How many contacts came or left at the last edit, at least. */
    flipped: 0,
    /** Folds the entry of a saved segment, as the desk does. */
    save(after: Segment) {
      const revision = memory.revision + 1;
      project(memory, [
        {
          revision,
          at: revision,
          actor: { kind: 'system', id: 'system', name: 'Bench' },
          cause: 'edit',
          kind: 'segment.saved',
          body: { before: segment, after },
          personal: null,
        },
      ]);
      segment = after;
      const now = matchingNow();
      desk.flipped = Math.abs(now - matching);
      matching = now;
    },
  };
  return desk;

  function matchingNow(): number {
    return memory.queue.segmentCounts({}).get(first.id) ?? 0;
  }
}

function openOf(place: number, values: Map<string, AttributeValue>) {
  const contactId = `contact-${place}`;
  const at = 1_700_000_000_000 + place;
  return {
    conversation: {
      id: `conversation-${place}`,
      contactId,
      channel: API_CHANNEL.key,
      status: 'new' as const,
      ownerId: null,
      waitingSince: at,
      lastActivityAt: at,
      openedAt: at,
      returnsAt: null,
      skippedBy: null,
      preview: '',
      revision: 1,
    },
    contact: {
      id: contactId,
      namespace: DESK_NAMESPACE,
      externalId: contactId,
      values: Object.fromEntries(values),
      revision: 1,
    },
  };
}
