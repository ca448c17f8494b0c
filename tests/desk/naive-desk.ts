import type { Snapshot } from '../contract/snapshot-of';
import { NaiveQueue } from '../ranking/naive-queue';
import { naiveSegment } from '../segments/oracle';
import { setOf } from '../segments/set-of';

/** The oracle: every match, priority and rank of a desk, worked out from its rows the plainest way. */
export function naiveDesk({ catalogue, conversations, contacts }: Snapshot) {
  const queue = new NaiveQueue();
  const attributes = new Map(catalogue.attributes.map((attribute) => [attribute.key, attribute]));
  const names = new Map<string, string>();
  queue.floor = catalogue.revision;
  for (const conversation of conversations) {
    const contact = contacts.find(({ id }) => id === conversation.contactId);
    if (!contact || conversation.status === 'resolved') throw new Error('A stray conversation');
    const values = new Map(Object.entries(contact.values));
    const matching = catalogue.segments
      .filter((segment) => naiveSegment(segment, values, attributes, catalogue.settings.timeZone))
      .map(({ id }) => id);
    const { waitingSince, lastActivityAt, status } = conversation;
    const highPriority = matching.filter((id) => catalogue.prioritization.segmentIds.includes(id));
    queue.rows.set(conversation.id, {
      conversationId: conversation.id,
      status,
      channel: conversation.channel,
      ownerId: conversation.ownerId,
      rankTimeMs: status === 'new' ? (waitingSince ?? lastActivityAt) : lastActivityAt,
      priority: highPriority.length,
      segments: setOf(...matching),
      revision: Math.max(conversation.revision, contact.revision),
    });
    const name = `${values.get('name')?.value ?? ''}`.trim();
    names.set(conversation.id, name || contact.externalId);
  }

  return {
    queue,

    /** The parts of a row that a screen shows, without its explanation. */
    shown(conversationId: string) {
      const row = queue.shown(conversationId);
      const conversation = conversations.find(({ id }) => id === conversationId);
      const owner = catalogue.people.find(({ id }) => id === row.ownerId);
      const since = conversation?.waitingSince ?? null;
      const returnsAt = conversation?.returnsAt ?? null;
      return {
        conversationId,
        name: names.get(conversationId),
        channel: row.channel,
        status: row.status,
        priority: row.priority,
        segments: [...row.segments].sort(),
        waitingSince: since === null ? null : new Date(since).toISOString(),
        returnsAt: returnsAt === null ? null : new Date(returnsAt).toISOString(),
        owner: owner?.name ?? null,
        preview: conversation?.preview,
        revision: row.revision,
      };
    },
  };
}
