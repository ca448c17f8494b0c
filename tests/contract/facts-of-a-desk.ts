import type { Attribute, AttributeValue, Scalar } from '@/lib/attributes/attribute';
import type { Actor, Entry, EntryDraft } from '@/lib/desk/entry';
import type { Attachment, ConversationState, Draft, Person } from '@/lib/desk/facts';
import type { Expectation, Store } from '@/lib/desk/store';
import { VIP_SEGMENT } from '@/lib/segments/segment';

/** The facts that the contract's tests are about: a small desk with Ada, who works it, and Bob, who writes in. */

export const NOON = Date.UTC(2026, 0, 5, 12);

export const ADA: Person = {
  id: 'person-ada',
  name: 'Ada',
  email: 'ada@example.com',
  role: 'admin',
  active: true,
};
export const ada: Actor = { kind: 'person', id: ADA.id, name: ADA.name };
export const importer: Actor = { kind: 'token', id: 'token-import', name: 'Import' };
export const desk: Actor = { kind: 'system', id: 'system', name: 'Frontrow' };

export function attribute(
  key: string,
  position: number,
  changes: Partial<Attribute> = {},
): Attribute {
  return {
    key,
    label: key,
    format: 'text',
    manager: 'agent',
    enabled: true,
    standard: false,
    position,
    ...changes,
  };
}

export const ATTRIBUTES = [
  attribute('vip', 0, { format: 'boolean', standard: true }),
  attribute('city', 1),
  attribute('constructor', 2),
];

export const FOUNDATION: EntryDraft[] = [
  ...ATTRIBUTES.map((after): EntryDraft => ({ kind: 'attribute.created', body: { after } })),
  { kind: 'segment.saved', body: { before: null, after: VIP_SEGMENT } },
  { kind: 'channel.created', body: { after: { key: 'api', label: 'API', kind: 'api' } } },
  { kind: 'person.saved', body: { before: null, after: ADA } },
];

/** Commits as Ada, unless told otherwise. */
export function keep(
  store: Store,
  entries: EntryDraft[],
  { expect = [], actor = ada }: { expect?: Expectation[]; actor?: Actor } = {},
): Promise<Entry[]> {
  return store.commit({ actor, cause: 'test', expect, entries });
}

export const contactCreated = (contactId: string, externalId = contactId): EntryDraft => ({
  kind: 'contact.created',
  body: { contactId, namespace: 'desk' },
  personal: { externalId },
});

export const written = (value: Scalar, setAt = NOON): AttributeValue => ({
  value,
  source: 'agent',
  setAt,
});

/** Sets values of a contact that had none; null takes one away. */
export const valuesChanged = (
  contactId: string,
  values: Record<string, AttributeValue | null>,
): EntryDraft => ({
  kind: 'contact.attributesChanged',
  body: { contactId, attributes: Object.keys(values), source: 'agent' },
  personal: {
    changes: Object.entries(values).map(([key, after]) => ({
      attribute: key,
      before: null,
      after,
    })),
  },
});

export const NEW: ConversationState = {
  status: 'new',
  ownerId: null,
  waitingSince: NOON,
  lastActivityAt: NOON,
  returnsAt: null,
  skippedBy: null,
};
export const OWNED: ConversationState = { ...NEW, ownerId: ADA.id };
export const PENDING: ConversationState = { ...OWNED, status: 'pending', waitingSince: null };
export const RESOLVED: ConversationState = { ...PENDING, status: 'resolved', ownerId: null };

/** What every entry about a contact's only conversation says of it. */
export function about(
  contactId: string,
  before: ConversationState | null,
  after: ConversationState,
) {
  return { conversationId: `conversation-${contactId}`, contactId, channel: 'api', before, after };
}

export const opened = (contactId: string, after: ConversationState = NEW): EntryDraft => ({
  kind: 'conversation.opened',
  body: about(contactId, null, after),
  personal: { contact: { externalId: contactId, values: {} } },
});

export const received = (
  contactId: string,
  messageId: string,
  text: string,
  externalMessageId = `external-${messageId}`,
): EntryDraft => ({
  kind: 'conversation.messageReceived',
  body: { ...about(contactId, NEW, NEW), messageId, externalMessageId, sentAt: null },
  personal: { text, refused: [{ attribute: 'city', message: 'City is managed by agents.' }] },
});

export const replied = (
  contactId: string,
  messageId: string,
  text: string,
  attachments?: Attachment[],
): EntryDraft => ({
  kind: 'conversation.replied',
  body: { ...about(contactId, OWNED, PENDING), messageId },
  personal: { text, ...(attachments && { attachments }) },
});

export const noted = (
  contactId: string,
  messageId: string,
  text: string,
  mentions?: { id: string; name: string }[],
): EntryDraft => ({
  kind: 'conversation.noted',
  body: { ...about(contactId, OWNED, OWNED), messageId, ...(mentions && { mentions }) },
  personal: { text },
});

export const stateChanged = (
  kind:
    | 'conversation.claimed'
    | 'conversation.released'
    | 'conversation.assigned'
    | 'conversation.statusChanged'
    | 'conversation.cameBack',
  contactId: string,
  before: ConversationState,
  after: ConversationState,
): EntryDraft => {
  const body = about(contactId, before, after);
  return kind === 'conversation.assigned'
    ? { kind, body, personal: { note: null } }
    : { kind, body };
};

/** What Ada has written to the contact and not sent. */
export const draftFor = (contactId: string, changes: Partial<Draft> = {}): Draft => ({
  personId: ADA.id,
  conversationId: `conversation-${contactId}`,
  mode: 'reply',
  reply: '',
  note: '',
  after: null,
  writtenAt: NOON,
  ...changes,
});

/** Bob writes in for the first time. */
export const bobWrites = (text = 'Hello'): EntryDraft[] => [
  contactCreated('bob'),
  opened('bob'),
  received('bob', 'message-1', text),
];
