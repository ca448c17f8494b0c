import type { ConversationDetail, MessageWire } from '@/lib/desk/wire';

/** A customer's message that says its own id. */
export function message(id: string): MessageWire {
  return {
    id,
    kind: 'customer',
    author: null,
    text: id,
    mentions: [],
    attachments: [],
    at: '2026-03-02T09:31:00.000Z',
  };
}

/** A conversation as the desk tells of it at a revision, with messages of these ids. */
export function conversation(revision: number, messageIds: string[]): ConversationDetail {
  return {
    revision,
    header: {
      conversationId: 'c1',
      contact: { id: 'k1', externalId: 'lea', name: 'Léa Fontaine' },
      channel: 'website',
      status: 'new',
      owner: null,
      waitingSince: '2026-03-02T09:31:00.000Z',
      returnsAt: null,
      openedAt: '2026-03-02T09:31:00.000Z',
      priority: 0,
      reasons: [],
      revision,
    },
    segments: [],
    values: [],
    crm: null,
    messages: messageIds.map(message),
    messageTotal: messageIds.length,
    trail: [],
    undelivered: [],
  };
}
