import type { Format, Manager, Scalar } from '@/lib/attributes/attribute';
import type { QueueFilter, QueueOrder } from '@/lib/ranking/filter';
import type { Operator } from '@/lib/segments/operator';
import type { Join } from '@/lib/segments/segment';
import type { Actor } from './entry';
import type { Problem } from './errors';
import type {
  Attachment,
  Channel,
  Draft,
  MessageKind,
  Role,
  RowColumn,
  Status,
  TokenScope,
} from './facts';

/** What leaves the desk, on HTTP and sockets alike. Times are ISO 8601 with milliseconds and offset. */

/** The error of a refused request or message, in the reader's words; of a document, all of them. */
export type WireError = Problem & { code: string; problems?: readonly Problem[] };

/** A condition that holds, with the value that made it match (null where none is known). */
export type MetCondition = {
  attribute: string;
  operator: Operator;
  operand?: string | string[];
  value: Scalar | null;
  source: Manager | null;
  setAt: string | null;
};

/** A matching high-priority segment and why it matches. */
export type Reason = { segmentId: string; name: string; conditions: MetCondition[] };

/** A matching segment. */
export type SegmentMark = { id: string; name: string; highPriority: boolean };

export type PersonMark = { id: string; name: string };

/** A row of the queue. Nothing in it depends on who looks. */
export type QueueEntry = {
  conversationId: string;
  contact: { externalId: string; name: string };
  channel: string;
  status: Status;
  priority: number;
  /** The high-priority matches, by name. */
  reasons: Reason[];
  /** All matches, high-priority ones first, then by name. */
  segments: SegmentMark[];
  waitingSince: string | null;
  /** When it comes back by itself, if it was put away. */
  returnsAt: string | null;
  owner: PersonMark | null;
  preview: string;
  revision: number;
};

/** A resolved conversation as a row, with the time of its last message. */
export type ResolvedEntry = QueueEntry & { lastActivityAt: string };

export type AttributeWire = {
  key: string;
  label: string;
  format: Format;
  manager: Manager;
  enabled: boolean;
  standard: boolean;
  position: number;
};

export type SegmentWire = {
  id: string;
  name: string;
  join: Join;
  conditions: { attribute: string; operator: Operator; operand?: string | string[] }[];
  highPriority: boolean;
  changedBy: string | null;
  changedAt: string;
};

/** What a segment with these conditions would do; places in the queue count from 1. */
export type SegmentPreview = {
  sentence: string;
  /** Contacts with an open conversation that match. */
  contacts: number;
  /** Open conversations that match. */
  conversations: number;
  /** The first of them. */
  matches: { conversationId: string; name: string; channel: string }[];
  /** The first New conversations that would gain or lose priority and stand elsewhere. */
  moves: { conversationId: string; name: string; from: number; to: number }[];
  moved: number;
};

/** How far a count among all contacts has come: of `total` contacts, so many of those scanned match. */
export type ContactCount = { scanned: number; total: number; contacts: number; done: boolean };

/** What one contact has for one attribute. */
export type ValueWire = { attribute: string; value: Scalar; source: Manager; setAt: string };

export type MessageWire = {
  id: string;
  kind: MessageKind;
  author: PersonMark | null;
  text: string;
  /** The colleagues whom a note calls, by the names that stand in its text. */
  mentions: PersonMark[];
  attachments: Attachment[];
  at: string;
};

export type ConversationHeader = {
  conversationId: string;
  contact: { id: string; externalId: string; name: string };
  channel: string;
  status: Status;
  owner: PersonMark | null;
  waitingSince: string | null;
  /** When it comes back by itself, if it was put away. */
  returnsAt: string | null;
  openedAt: string;
  priority: number;
  reasons: Reason[];
  /** Changes with every change of the conversation itself; for a stale-write check. */
  revision: number;
};

export const TRAIL_KINDS = [
  'claimed',
  'released',
  'skipped',
  'assigned',
  'new',
  'pending',
  'resolved',
  'reopened',
  'boomeranged',
  'cameBack',
  'undone',
  /** Resolved by itself, after nothing had happened for long. */
  'forgotten',
] as const;
export type TrailKind = (typeof TRAIL_KINDS)[number];

/** What was done to a conversation, between its messages: who did it, and why where they said so. */
export type TrailWire = {
  id: string;
  kind: TrailKind;
  at: string;
  by: { kind: Actor['kind']; id: string; name: string };
  /** Whom it was given to. */
  owner: PersonMark | null;
  returnsAt: string | null;
  note: string | null;
  /** What was taken back, where the line says so. */
  undone: TrailKind | null;
};

/**
 * What the reader has not looked at in a conversation: how many messages of others, the oldest of
 * them, and whether a note mentions them or somebody gave it to them since.
 */
export type UnreadWire = {
  conversationId: string;
  owned: boolean;
  /** Whether the reader has ever looked. */
  looked: boolean;
  messages: number;
  firstMessageId: string | null;
  mentioned: boolean;
  assigned: boolean;
};

/** How the contact was looked up in the CRM. */
export type CrmLookupWire = {
  /** Whether the CRM knew the contact when it answered last; null before it has. */
  isKnown: boolean | null;
  answeredAt: string | null;
  /** Until when that answer counts as fresh. */
  freshUntil: string | null;
  /** Asked for, and not answered yet. */
  isWaiting: boolean;
  /** When it is tried next, if it failed and is tried again. */
  nextTryAt: string | null;
  /** What failed last, in plain words. */
  problem: string | null;
  /** The attributes of that answer that were older than what was known. */
  stale: string[];
  refused: { attribute: string; message: string }[];
};

/** Everything a conversation pane shows. */
export type ConversationDetail = {
  revision: number;
  header: ConversationHeader;
  segments: SegmentMark[];
  values: ValueWire[];
  /** Null where no CRM is connected for the channel. */
  crm: CrmLookupWire | null;
  /** The last ones, oldest first. */
  messages: MessageWire[];
  messageTotal: number;
  /** What was done since the first of these messages, oldest first. */
  trail: TrailWire[];
  /** Replies that were tried to be taken on to the customer and have not arrived, oldest first. */
  undelivered: UndeliveredWire[];
};

/** A reply that has not arrived: it is tried again, or was given up. */
export type UndeliveredWire = {
  messageId: string;
  state: 'failing' | 'failed';
  /** What went wrong at the last try. */
  problem: string | null;
};

/** A part of a conversation: messages and what was done between them, oldest first. */
export type ExcerptWire = {
  messages: MessageWire[];
  trail: TrailWire[];
  hasEarlier: boolean;
  hasLater: boolean;
};

/** A text to answer with; `revision` guards an edit against another in between. */
export type CannedReplyWire = {
  id: string;
  title: string;
  text: string;
  changedBy: string | null;
  changedAt: string;
  revision: number;
};

/** What the person who asks has written in a conversation and not sent. */
export type DraftWire = Omit<Draft, 'personId' | 'writtenAt'> & { writtenAt: string };

/** A saved view: shared, or the reader's own. `revision` guards an edit against another in between. */
export type SavedViewWire = {
  id: string;
  name: string;
  shared: boolean;
  filter: QueueFilter & { segments: string[] };
  order: QueueOrder;
  columns: RowColumn[];
  position: number;
  changedBy: string | null;
  changedAt: string;
  revision: number;
};

export type PersonWire = { id: string; name: string; email: string; role: Role; active: boolean };
export type TokenWire = { id: string; name: string; scope: TokenScope; createdAt: string };

/** What every screen keeps of the desk, read again when it changes. */
export type CatalogueWire = {
  me: PersonWire;
  attributes: AttributeWire[];
  segments: SegmentWire[];
  /** The Prioritization list. */
  segmentIds: string[];
  prioritizationRevision: number;
  channels: Channel[];
  people: PersonMark[];
  settings: { timeZone: string; autoResolveAfterHours: number | null };
};

/** The supervisor's strip: New conversations, and the open ones of each person. */
export type Load = {
  waiting: number;
  oldestWaitingSince: string | null;
  unowned: number;
  people: { id: string; name: string; open: number }[];
};

/** Why a bulk act has left a conversation as it was. */
export type BulkFailure = {
  conversationId: string;
  /** Of its contact; null if there is no such conversation. */
  name: string | null;
  code: string;
  message: string;
};

/** How far a bulk act has come. */
export type BulkProgress = {
  /** By this it can be taken back; its entries in the journal name it as their cause. */
  bulkId: string;
  total: number;
  /** Those that are as asked. */
  done: number;
  failed: number;
  /** Those that failed since the last line. */
  failures: BulkFailure[];
  /** True on the last line, and on no other. */
  finished: boolean;
};
