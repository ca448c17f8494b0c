import type { AttributeValue } from '@/lib/attributes/attribute';
import type { QueueFilter, QueueOrder } from '@/lib/ranking/filter';

/** What the store keeps, in the domain's words. A `revision` is that of the last entry that changed it. */

export const ROLES = ['agent', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export type Person = { id: string; name: string; email: string; role: Role; active: boolean };

/**
 * How messages come in: posted by a program with an API token, written in the website messenger, or
 * brought by a signed webhook. It never changes.
 */
export const CHANNEL_KINDS = ['api', 'messenger', 'webhook'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Where conversations happen. The channel `api` exists on every desk. */
export type Channel = { key: string; label: string; kind: ChannelKind };
export const API_CHANNEL: Channel = { key: 'api', label: 'API', kind: 'api' };

/** The namespace of contacts known by the contacts API and the channel `api`. */
export const DESK_NAMESPACE = 'desk';

/** The namespace a channel's contacts live in: two channels' ids never merge strangers. */
export function namespaceOf(channelKey: string): string {
  return channelKey === API_CHANNEL.key ? DESK_NAMESPACE : `channel:${channelKey}`;
}

/**
 * A secret that signs what comes in from somewhere, such as a site's or a sender's: up to two live
 * at once, so that one can follow the other. What it is, is in the vault.
 */
export type SigningSecret = {
  id: string;
  /** Who signs with it: `channel:` and a channel's key, or another part of the desk by its own name. */
  owner: string;
  createdAt: number;
};
export const MAX_SIGNING_SECRETS = 2;

/** The owner of the secrets that a channel's customers or senders sign with. */
export function secretOwnerOf(channelKey: string): string {
  return `channel:${channelKey}`;
}

export const MESSENGER_SIDES = ['right', 'left'] as const;

/** What is asked before a visitor's first message: the value of an attribute. */
export type PreChatField = { attribute: string; required: boolean };

/** The website messenger of a channel: who may embed it, and what visitors see. */
export type Messenger = {
  channel: string;
  /** The sites that may embed it, such as `https://shop.example`. */
  origins: readonly string[];
  title: string;
  greeting: string;
  /** A colour, such as `#1f6feb`. */
  accent: string;
  side: (typeof MESSENGER_SIDES)[number];
  preChat: readonly PreChatField[];
};

export type Contact = {
  id: string;
  namespace: string;
  externalId: string;
  values: Record<string, AttributeValue>;
  revision: number;
};

export const STATUSES = ['new', 'pending', 'resolved'] as const;
export type Status = (typeof STATUSES)[number];

/** The part of a conversation that entries change. Times are milliseconds. */
export type ConversationState = {
  status: Status;
  ownerId: string | null;
  /** Receipt of the oldest customer message not answered yet. */
  waitingSince: number | null;
  lastActivityAt: number;
  /** When a Pending one becomes New by itself: a boomerang. */
  returnsAt: number | null;
  /** Whom Take next does not offer it, because they have skipped it; null for nobody. */
  skippedBy: readonly string[] | null;
};

export type Conversation = ConversationState & {
  id: string;
  contactId: string;
  channel: string;
  openedAt: number;
  /** The beginning of the last message, for the row. */
  preview: string;
  revision: number;
};

export const MESSAGE_KINDS = ['customer', 'reply', 'note'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** A file that goes with a reply or a note. `type` is what its content was recognised as. */
export type Attachment = { id: string; name: string; type: string; bytes: number };

/** A file that somebody has brought; theirs alone until a message of theirs goes with it. */
export type Upload = Attachment & {
  /** A person or a token. */
  uploaderId: string;
  messageId: string | null;
  uploadedAt: number;
};

export type Message = {
  id: string;
  conversationId: string;
  kind: MessageKind;
  /** Who wrote it, for replies and notes. */
  authorId: string | null;
  authorName: string | null;
  text: string;
  /** The colleagues whom a note calls, with the names that stand in its text. */
  mentions: { id: string; name: string }[];
  attachments: Attachment[];
  at: number;
};

/** What a channel was answered when its message arrived, given again when it sends the message again. */
export type MessageReceipt = {
  contactId: string;
  conversationId: string;
  messageId: string;
  /** The attributes of the message that were not kept, and why. */
  refused: { attribute: string; message: string }[];
};

/** What a webhook was answered when it arrived, given again when it is sent again. */
export type WebhookReceipt = {
  contactId: string;
  /** Null for one that brought values alone. */
  conversationId: string | null;
  messageId: string | null;
  /** What was not kept of it, and why. */
  refused: { attribute: string; message: string }[];
};

export const TOKEN_SCOPES = ['ingest', 'read', 'admin'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

export type ApiToken = { id: string; name: string; scope: TokenScope; createdAt: number };

/** A one-time link: to set up the first admin, or for a person to choose a password. */
export type Invitation = { id: string; personId: string | null; expiresAt: number };

/** A text that the team keeps to answer with; its placeholders are in lib/attributes/placeholders.ts. */
export type CannedReply = { id: string; title: string; text: string };

export const DRAFT_MODES = ['reply', 'note'] as const;

/**
 * What a person has written in a conversation and not sent: a reply and a note, each kept while the
 * other is written. It is theirs alone, and no part of the journal.
 */
export type Draft = {
  personId: string;
  conversationId: string;
  mode: (typeof DRAFT_MODES)[number];
  reply: string;
  note: string;
  /** The last message there was when the reply was begun; null while there is none. */
  after: string | null;
  /** When it was written, in milliseconds; what is written later wins. */
  writtenAt: number;
};

/** What a row can show beside its priority and its name. */
export const ROW_COLUMNS = ['preview', 'segments', 'owner', 'channel', 'waiting'] as const;
export type RowColumn = (typeof ROW_COLUMNS)[number];

/** A filter and an order of the queue, and what its rows show, kept under a name. */
export type SavedView = {
  id: string;
  name: string;
  /** Whose it is; null for a shared one. */
  ownerId: string | null;
  /** The owner `mine` stays: it is whoever looks. */
  filter: QueueFilter;
  order: QueueOrder;
  columns: readonly RowColumn[];
  /** Among those of the same owner; ties are broken by id. */
  position: number;
};

/** How far a person has looked: the revision of the conversation that their screen showed. */
export type Sight = { personId: string; conversationId: string; revision: number };

/**
 * What a person has not looked at in a conversation that is theirs to hear of: they own it, have
 * opened it, or were called to it.
 */
export type Unread = {
  personId: string;
  conversationId: string;
  /** Whether it is theirs. */
  owned: boolean;
  /** Whether they have ever looked. */
  looked: boolean;
  /** Messages of others since they looked; from the first on if they never did. */
  messages: number;
  /** The oldest of those. */
  firstMessageId: string | null;
  /** Whether a note of somebody else's has mentioned them since. */
  mentioned: boolean;
  /** Whether somebody else has given it to them since. */
  assigned: boolean;
};

export type Settings = {
  /** The IANA time zone in which a date is a calendar day. */
  timeZone: string;
  /** A Pending conversation in which nothing happened for so long is resolved; null for never. */
  autoResolveAfterHours: number | null;
};
export const DEFAULT_SETTINGS: Settings = { timeZone: 'UTC', autoResolveAfterHours: null };
