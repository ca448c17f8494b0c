import type { Attribute } from '@/lib/attributes/attribute';
import type { Segment } from '@/lib/segments/segment';
import type { CrmRow, CrmStanding } from './crm';
import type { Actor, Entry, EntryDraft } from './entry';
import type {
  ApiToken,
  CannedReply,
  Channel,
  Contact,
  Conversation,
  Draft,
  Invitation,
  Message,
  MessageReceipt,
  Messenger,
  Person,
  SavedView,
  Settings,
  Sight,
  SigningSecret,
  Unread,
  Upload,
} from './facts';
import type { Files } from './files';
import type { Found, SearchRequest } from './search';
import type { ContactStore } from './store-contacts';
import type { CrmStore } from './store-crm';
import type { WebhookStore } from './webhook-store';

/**
 * What a command believed when it decided: the revision it saw of each thing, 0 for one that did
 * not exist. `catalogue` is the whole of attributes, segments, prioritization, settings, channels
 * and people.
 */
export type Expectation =
  | { kind: 'catalogue'; revision: number }
  | {
      /** A messenger's and a mapping's id is the key of its channel, a standing's that of its contact. */
      kind:
        | 'contact'
        | 'conversation'
        | 'cannedReply'
        | 'savedView'
        | 'messenger'
        | 'crmStanding'
        | 'channelMapping'
        | 'endpoint';
      id: string;
      revision: number;
    };

/** A segment as the catalogue keeps it. */
export type SegmentRow = Segment & {
  changedBy: string | null;
  changedAt: number;
  revision: number;
};

/** A message that its customer may read; `externalMessageId` is the channel's own, of theirs only. */
export type SpokenMessage = Pick<
  Message,
  'id' | 'kind' | 'text' | 'authorName' | 'attachments' | 'at'
> & { externalMessageId: string | null };

/** A signing secret with what the vault opens. */
export type SigningSecretRow = SigningSecret & { sealed: string };

/** A messenger with the revision of the entry that changed it last. */
export type MessengerRow = Messenger & { revision: number };

/** A canned reply with who changed it last, and when. */
export type CannedReplyRow = CannedReply & {
  changedBy: string | null;
  changedAt: number;
  revision: number;
};

/** A saved view with who changed it last, and when. A new place among others is no change. */
export type SavedViewRow = SavedView & {
  changedBy: string | null;
  changedAt: number;
  revision: number;
};

export type Catalogue = {
  /** Of the last entry that changed any part of the catalogue. */
  revision: number;
  attributes: Attribute[];
  segments: SegmentRow[];
  prioritization: { segmentIds: string[]; revision: number };
  settings: Settings;
  crm: CrmRow;
  channels: Channel[];
  people: Person[];
};

/** Where a desk stands. */
export type DeskStart = { epoch: string; revision: number; catalogue: Catalogue };

/** A New or Pending conversation, and whose it is. */
export type OpenConversation = { conversation: Conversation; contact: Contact };

/** Takes in what a store holds, page by page. */
export type Admits = { admit(page: readonly OpenConversation[]): void };

export type CommitRequest = {
  actor: Actor;
  /** The command that commits. */
  cause: string;
  expect: readonly Expectation[];
  /** At least one. */
  entries: readonly EntryDraft[];
};

export type PageRequest = { offset: number; limit: number };

/**
 * The port to what is kept for good. Async, though one implementation is not; every read of more
 * than one thing is from one transaction; no dialect leaks through it.
 */
export interface Store extends ContactStore, CrmStore {
  /**
   * Makes the entries durable: rows, entries and consecutive revisions in one transaction.
   * Rejects with a `conflict` DeskError, and keeps nothing, if an expectation no longer holds or a
   * natural key is taken.
   */
  commit(request: CommitRequest): Promise<Entry[]>;
  /** Entries after a revision, in order, at most `limit`. */
  entriesAfter(revision: number, limit: number): Promise<Entry[]>;
  /** The last entry about the conversation itself, or null if the journal no longer has one. */
  lastEntryOfConversation(conversationId: string): Promise<Entry | null>;
  /**
   * What a bulk act did: the entries it made, in order, those after `afterRevision` and at most
   * `limit`, each with its conversation.
   */
  actsOfBulk(
    bulkId: string,
    afterRevision: number,
    limit: number,
  ): Promise<{ conversationId: string; revision: number }[]>;
  /** The same as they are in the journal, whatever they are about. */
  entriesOfBulk(bulkId: string, afterRevision: number, limit: number): Promise<Entry[]>;
  head(): Promise<{ epoch: string; revision: number }>;
  /**
   * Gives what memory needs, read in one transaction: where the desk stands to `begin`, then all
   * open conversations to what that made, by id. Resolves with it.
   */
  load<Reader extends Admits>(begin: (start: DeskStart) => Reader): Promise<Reader>;

  conversation(id: string): Promise<Conversation | null>;
  conversationOf(contactId: string, channel: string): Promise<Conversation | null>;
  /** All of a contact, last activity first. */
  conversationsOf(contactId: string): Promise<Conversation[]>;
  /** Resolved conversations, last activity first. */
  resolvedConversations(
    page: PageRequest,
  ): Promise<{ total: number; conversations: Conversation[] }>;
  /** A conversation with its contact and its last `messageLimit` messages, all true at `revision`. */
  conversationWithMessages(
    id: string,
    messageLimit: number,
  ): Promise<{
    revision: number;
    conversation: Conversation;
    contact: Contact;
    crmStanding: CrmStanding | null;
    /** Oldest first. */
    messages: Message[];
    /** How many there are in all. */
    messageTotal: number;
    /** The entries of its trail since the first of these messages, oldest first. */
    trail: Entry[];
  } | null>;
  /** The last `limit` messages before the one given, and the entries of the trail between them, oldest first. */
  messagesBefore(
    conversationId: string,
    messageId: string,
    limit: number,
  ): Promise<{ messages: Message[]; trail: Entry[] }>;
  /**
   * The messages around one, at most `limit`, half of them before it, and the entries of the trail
   * between them, oldest first; null if the conversation does not have it.
   */
  messagesAround(
    conversationId: string,
    messageId: string,
    limit: number,
  ): Promise<{
    messages: Message[];
    trail: Entry[];
    hasEarlier: boolean;
    hasLater: boolean;
  } | null>;
  message(id: string): Promise<Message | null>;
  /** What was answered to a channel's message, or null if it never arrived. */
  receipt(channel: string, externalMessageId: string): Promise<MessageReceipt | null>;

  /**
   * Contacts and messages that have every word asked for, the most relevant first; what was
   * committed before is found. Rejects with the signal's reason once nobody waits any more.
   */
  search(request: SearchRequest, signal?: AbortSignal): Promise<Found>;

  messenger(channel: string): Promise<MessengerRow | null>;
  /** The live secrets of an owner, the oldest first. */
  signingSecrets(owner: string): Promise<SigningSecretRow[]>;
  /**
   * Keeps that a token which may be used once was used, until it has expired. Resolves with
   * whether this was the first use. Durable like a draft.
   */
  spendToken(use: { token: string; expiresAt: number; at: number }): Promise<boolean>;
  /** The ids of those of a namespace who have a value for the attribute and whose external ids begin so. */
  externalIdsWith(namespace: string, prefix: string, attribute: string): Promise<string[]>;
  /**
   * What the customer and the desk have said to each other, notes left out: the last `limit`
   * messages, or those before one; oldest first.
   */
  spokenMessages(
    conversationId: string,
    before: string | null,
    limit: number,
  ): Promise<SpokenMessage[]>;

  /** All of them, by id. */
  cannedReplies(): Promise<CannedReplyRow[]>;
  cannedReply(id: string): Promise<CannedReplyRow | null>;

  /**
   * Keeps a person's draft, or takes it away if both its texts are empty. Durable like a commit, but
   * no entry and no revision come of it. Resolves with whether it changed anything: a
   * later one that is kept already stays. Rejects with a `conflict` for a conversation that does not exist.
   */
  keepDraft(draft: Draft): Promise<boolean>;
  draft(personId: string, conversationId: string): Promise<Draft | null>;
  /** A person's drafts, the last written first. */
  draftsOf(personId: string): Promise<Draft[]>;

  /** Those of a person, or the shared ones, by position, then by id. */
  savedViews(ownerId: string | null): Promise<SavedViewRow[]>;
  savedView(id: string): Promise<SavedViewRow | null>;

  /** The bytes of uploads, by their ids. */
  readonly files: Files;
  /** Keeps what is known of a file whose bytes are kept. Outside the journal, as a draft is. */
  keepUpload(upload: Upload): Promise<void>;
  upload(id: string): Promise<Upload | null>;
  /**
   * Forgets the uploads from before a time that no message goes with, and the bytes from before it
   * that belong to no upload. Resolves with how many files that were.
   */
  forgetUploads(beforeMs: number): Promise<number>;

  /**
   * Keeps how far a person has looked, durable like a draft; what calls them to the conversation
   * up to there is over. Resolves with whether it changed anything: nobody unsees. Rejects with a
   * `conflict` for a conversation that does not exist.
   */
  keepSight(sight: Sight): Promise<boolean>;
  /**
   * Where a person has something unread, by conversation: among open ones, and resolved ones whose
   * notes mention them.
   */
  unreadOf(personId: string): Promise<Unread[]>;
  /** What it is in one conversation for each person whose to hear of it is, by person. */
  unreadIn(conversationId: string): Promise<Unread[]>;

  /** How webhooks come in, and whom the desk calls. */
  readonly webhooks: WebhookStore;

  tokens(): Promise<ApiToken[]>;
  tokenByHash(hash: string): Promise<ApiToken | null>;
  /** An unused invitation, also one that has expired. */
  invitationByHash(hash: string): Promise<Invitation | null>;

  close(): Promise<void>;
}
