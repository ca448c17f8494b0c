import type { Attribute, AttributeValue, Manager } from '@/lib/attributes/attribute';
import type { Segment } from '@/lib/segments/segment';
import type { CrmConnection, CrmLookup, RefusedByDesk } from './crm';
import type { Endpoint } from './endpoint';
import type {
  ApiToken,
  Attachment,
  CannedReply,
  Channel,
  ConversationState,
  Invitation,
  Messenger,
  Person,
  SavedView,
  Settings,
  SigningSecret,
} from './facts';
import type { PayloadMapping } from './payload-mapping';
import type { SourceVersion } from './source-version';

/** Who did it. */
export type Actor =
  | { kind: 'person'; id: string; name: string }
  | { kind: 'token'; id: string; name: string }
  /** A channel itself, for what its customers did; its id is the key. */
  | { kind: 'channel'; id: string; name: string }
  | { kind: 'system'; id: 'system'; name: string };

/** A value before and after; null where there was or is none. */
export type ValueChange = {
  attribute: string;
  before: AttributeValue | null;
  after: AttributeValue | null;
};

/** What memory needs of a contact whose conversation comes into the queue. */
export type ContactCard = { externalId: string; values: Record<string, AttributeValue> };

/** What the owner of a conversation's changes is told of: the conversation and its state before and after. */
type Stateful = {
  conversationId: string;
  contactId: string;
  channel: string;
  before: ConversationState | null;
  after: ConversationState;
};

/** What the journal says of a saved view: all of a shared one, of a personal one only whose it is. */
export type SavedViewInJournal = SavedView | Pick<SavedView, 'id' | 'ownerId'>;

/** A lookup as the journal tells it; by what, what failed and what was refused is personal. */
type LookedUp = {
  body: { contactId: string; after: Omit<CrmLookup, 'key' | 'problem' | 'refused'> };
  personal: Pick<CrmLookup, 'key' | 'problem' | 'refused'>;
};

/** The act that an entry takes back: its revision and its kind. */
export type Undone = { revision: number; kind: EntryKind };

/** What somebody wrote; entries from before there were any attachments have none. */
type Written = { text: string; attachments?: Attachment[] };

/**
 * The kinds of journal entries, past tense. `body` holds no personal content and stays for good;
 * `personal` lives in a deletable row beside the entry, and every reader accepts that it is null.
 * `secret` is given to the rows and never enters the journal.
 */
type Kinds = {
  'attribute.created': { body: { after: Attribute } };
  'attribute.changed': { body: { before: Attribute; after: Attribute } };
  'attribute.deleted': { body: { before: Attribute } };
  'attributes.reordered': { body: { before: string[]; after: string[] } };
  'segment.saved': { body: { before: Segment | null; after: Segment } };
  'segment.deleted': { body: { before: Segment } };
  'prioritization.changed': { body: { before: string[]; after: string[] } };
  'settings.changed': { body: { before: Settings; after: Settings } };
  'cannedReply.saved': { body: { before: CannedReply | null; after: CannedReply } };
  'cannedReply.deleted': { body: { before: CannedReply } };
  'savedView.saved': {
    body: { before: SavedViewInJournal | null; after: SavedViewInJournal };
    secret: { view: SavedView };
  };
  'savedView.deleted': { body: { before: SavedViewInJournal } };
  'savedViews.reordered': { body: { ownerId: string | null; before: string[]; after: string[] } };
  /** One without a kind is from before there were several, and of kind `api`. */
  'channel.created': { body: { after: Omit<Channel, 'kind'> & Partial<Pick<Channel, 'kind'>> } };
  'crmConnection.saved': { body: { before: CrmConnection | null; after: CrmConnection } };
  'messenger.saved': { body: { before: Messenger | null; after: Messenger } };
  'signingSecret.created': { body: { after: SigningSecret }; secret: { sealed: string } };
  'signingSecret.retired': { body: { before: SigningSecret } };
  'channelMapping.saved': {
    /** `key` is the channel's. */
    body: { key: string; before: PayloadMapping | null; after: PayloadMapping };
  };
  /** A signed webhook brought values, a message or both, in the same commit; what it did has entries of its own. */
  'webhook.received': {
    body: {
      channel: string;
      webhookId: string;
      contactId: string;
      message: { conversationId: string; messageId: string } | null;
    };
    personal: { refused: { attribute: string; message: string }[] };
  };
  'endpoint.saved': { body: { before: Endpoint | null; after: Endpoint } };
  'endpoint.deleted': { body: { before: Endpoint } };
  'person.saved': { body: { before: Person | null; after: Person } };
  'token.created': { body: { after: ApiToken }; secret: { hash: string } };
  'token.revoked': { body: { before: ApiToken } };
  'invitation.created': { body: { after: Invitation }; secret: { hash: string } };
  'invitation.used': { body: { invitationId: string; personId: string } };
  'contact.created': {
    body: { contactId: string; namespace: string };
    personal: { externalId: string };
  };
  'contact.attributesChanged': {
    body: { contactId: string; attributes: string[]; source: Manager; undone?: Undone };
    personal: { changes: ValueChange[] };
  };
  /**
   * All of it was deleted: what was known of it, its conversations with their messages and files,
   * and the personal part of every entry about it.
   */
  'contact.forgotten': {
    body: { contactId: string; namespace: string; conversationIds: string[] };
  };
  /** The CRM has said values at these source versions, new ones or the same again. */
  'crmStanding.versionsAdvanced': {
    body: { contactId: string; versions: Record<string, SourceVersion> };
  };
  /** Somebody, or a message, has asked for a contact to be looked up in the CRM. */
  'crmLookup.asked': LookedUp;
  'crmLookup.answered': LookedUp;
  'crmLookup.failed': LookedUp;
  /** The CRM has pushed a record of the contact; what it changed has entries of its own. */
  'crmPush.received': {
    body: { contactId: string; webhookId: string; stale: string[] };
    personal: { refused: RefusedByDesk[] };
  };
  'conversation.opened': {
    body: Stateful;
    personal: { contact: ContactCard };
  };
  'conversation.reopened': {
    body: Stateful & { openedAt: number; undone?: Undone };
    personal: { contact: ContactCard; preview: string };
  };
  'conversation.messageReceived': {
    body: Stateful & { messageId: string; externalMessageId: string; sentAt: number | null };
    personal: { text: string; refused: { attribute: string; message: string }[] };
  };
  'conversation.replied': {
    body: Stateful & { messageId: string };
    personal: Written;
  };
  'conversation.noted': {
    /** `mentions` are colleagues with the names that stand in the text; entries from before there were any have none. */
    body: Stateful & { messageId: string; mentions?: { id: string; name: string }[] };
    personal: Written;
  };
  'conversation.claimed': { body: Stateful };
  'conversation.released': { body: Stateful };
  'conversation.skipped': { body: Stateful; personal: { reason: string } };
  'conversation.assigned': { body: Stateful; personal: { note: string | null } };
  'conversation.statusChanged': { body: Stateful };
  /** It is put away until `after.returnsAt`, or until the customer writes. */
  'conversation.boomeranged': { body: Stateful; personal: { note: string | null } };
  /** Its time has come: New again. */
  'conversation.cameBack': { body: Stateful };
  /** The last act is taken back. A resolve that is taken back is `conversation.reopened`. */
  'conversation.undone': { body: Stateful & { undone: Undone } };
};

export type EntryKind = keyof Kinds;

type Personal<K extends EntryKind> = Kinds[K] extends { personal: infer P } ? P : null;

type Draft<K extends EntryKind> = { kind: K; body: Kinds[K]['body'] } & (Kinds[K] extends {
  personal: infer P;
}
  ? { personal: P }
  : { personal?: null }) &
  (Kinds[K] extends { secret: infer S } ? { secret: S } : { secret?: undefined });

/** A fact that a command has decided on and the store has not kept yet. */
export type EntryDraft = { [K in EntryKind]: Draft<K> }[EntryKind];

/** A fact in the journal. Revisions have no gaps and follow the order of commits. */
export type Entry = {
  [K in EntryKind]: {
    revision: number;
    /** Milliseconds, by the store's clock. */
    at: number;
    actor: Actor;
    /** The command that made it. */
    cause: string;
    kind: K;
    body: Kinds[K]['body'];
    personal: Personal<K> | null;
  };
}[EntryKind];

/** What the entries of a bulk act name as their cause; the store looks them up by it. */
export function causeOfBulk(bulkId: string): string {
  return `bulk:${bulkId}`;
}

/** The kinds that change the catalogue: what rows are judged and shown by. */
export function changesCatalogue(kind: EntryKind): boolean {
  return /^(attribute|attributes|segment|prioritization|settings|channel|person|crmConnection)\./.test(
    kind,
  );
}
