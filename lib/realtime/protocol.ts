import type {
  ConversationDetail,
  DraftWire,
  Load,
  MessageWire,
  QueueEntry,
  TrailWire,
  UnreadWire,
  WireError,
} from '@/lib/desk/wire';
import type { Change } from '@/lib/ranking/changes';
import type { QueueFilter, QueueOrder } from '@/lib/ranking/filter';

export type { Load, WireError };

export type Refusal = { error: WireError };

/** A client may say `mine` for the owner: itself. */
export type QueueWatchRequest = {
  filter: QueueFilter;
  order?: QueueOrder;
  offset: number;
  limit: number;
};

export type QueueWatched = {
  watchId: string;
  epoch: string;
  revision: number;
  entries: QueueEntry[];
  total: number;
  segmentCounts: Record<string, number>;
};

/** Counts that changed only. `from` is the revision of the view's last message. */
export type QueueChanged = {
  watchId: string;
  from: number;
  to: number;
  changes: Change<QueueEntry>[];
  total: number;
  segmentCounts: Record<string, number>;
};

export type QueueEnded = { watchId: string; error: WireError };

export type ConversationWatched = { epoch: string } & ConversationDetail;

/** The parts of a conversation that changed; `messages` and `trail` are new ones, to be put at the end. */
export type ConversationChanged = {
  conversationId: string;
  from: number;
  to: number;
  messageTotal: number;
} & Partial<Pick<ConversationDetail, 'header' | 'segments' | 'values' | 'crm' | 'undelivered'>> & {
    messages?: MessageWire[];
    trail?: TrailWire[];
  };

/**
 * Where a person's screen is: at one conversation or at none; `typing` as a key is pressed, `note` if
 * what is typed is a note, of which no customer hears.
 */
export type PresenceHere = { conversationId: string | null; typing: boolean; note?: boolean };

export type PersonPresent = { id: string; name: string; typing: boolean };

/** The conversation is deleted: nothing more is told of it. */
export type ConversationEnded = { conversationId: string; error: WireError };

/** Everybody who is at the conversation, and its customer while they type, each once, by id; nobody is an empty list. */
export type PresenceChanged = { conversationId: string; people: PersonPresent[] };

/** All conversations that somebody is at. */
export type PresenceWatched = { conversations: PresenceChanged[] };

/** All drafts of the person who asks. */
export type DraftsWatched = { drafts: DraftWire[] };

/** Where the person who asks has something unread. */
export type UnreadWatched = { unread: UnreadWire[] };

/**
 * What a person has unread in a conversation now, and why they are told: a message of somebody
 * else, a mention or an assignment with `by` whom and the beginning of the `text` that went with
 * it, that they looked, or that its state changed.
 */
export type UnreadChanged = UnreadWire & {
  why: 'message' | 'mention' | 'assignment' | 'seen' | 'state';
  /** Whom the conversation is with, where they are called to it. */
  name: string | null;
  by: string | null;
  text: string | null;
};

/**
 * New conversations of priority that nobody has, and that have just come to wait: the first three,
 * and how many they are.
 */
export type ArrivalsCame = {
  total: number;
  arrivals: { conversationId: string; name: string; priority: number; preview: string }[];
};

export type ClientToServer = {
  'queue:watch': (
    request: QueueWatchRequest,
    ack: (answer: QueueWatched | Refusal) => void,
  ) => void;
  'queue:unwatch': (
    request: { watchId: string },
    ack?: (answer: Record<string, never> | Refusal) => void,
  ) => void;
  'conversation:watch': (
    request: { conversationId: string },
    ack: (answer: ConversationWatched | Refusal) => void,
  ) => void;
  'conversation:unwatch': (
    request: { conversationId: string },
    ack?: (answer: Record<string, never> | Refusal) => void,
  ) => void;
  'contact:watch': (
    request: { contactId: string },
    ack: (answer: Record<string, never> | Refusal) => void,
  ) => void;
  'contact:unwatch': (
    request: { contactId: string },
    ack?: (answer: Record<string, never> | Refusal) => void,
  ) => void;
  /** For supervisors and admins. */
  'load:watch': (request: Record<string, never>, ack: (answer: Load | Refusal) => void) => void;
  'presence:watch': (
    request: Record<string, never>,
    ack: (answer: PresenceWatched | Refusal) => void,
  ) => void;
  /** For people: a token is nobody. */
  'presence:here': (
    request: PresenceHere,
    ack?: (answer: Record<string, never> | Refusal) => void,
  ) => void;
  /** For people: a token looks at nothing. That somebody has looked is said over HTTP. */
  'unread:watch': (
    request: Record<string, never>,
    ack: (answer: UnreadWatched | Refusal) => void,
  ) => void;
  /** For people. */
  'arrival:watch': (
    request: Record<string, never>,
    ack: (answer: Record<string, never> | Refusal) => void,
  ) => void;
  /** For people: a token writes no drafts. They are kept over HTTP. */
  'draft:watch': (
    request: Record<string, never>,
    ack: (answer: DraftsWatched | Refusal) => void,
  ) => void;
};

/** Something of a contact, or of what it matches, has changed: read it again, unless it is forgotten. */
export type ContactChanged = { contactId: string; isForgotten: boolean };

/** What a screen keeps of the catalogue may be out of date: which part to read again. */
export type CatalogueChanged = { revision: number };

/** The saved views that this person sees have changed: read them again. */
export type SavedViewsChanged = { revision: number };

export type ServerToClient = {
  'queue:changed': (message: QueueChanged) => void;
  'queue:ended': (message: QueueEnded) => void;
  'conversation:changed': (message: ConversationChanged) => void;
  'contact:changed': (message: ContactChanged) => void;
  'conversation:ended': (message: ConversationEnded) => void;
  'load:changed': (message: Load) => void;
  'presence:changed': (message: PresenceChanged) => void;
  /** To the screens of its person alone; with empty texts, it is gone. */
  'draft:changed': (message: DraftWire) => void;
  /** To the screens of its person alone. */
  'unread:changed': (message: UnreadChanged) => void;
  /** To all who watch, but to nobody for what they did themselves. */
  'arrival:came': (message: ArrivalsCame) => void;
  'catalogue:changed': (message: CatalogueChanged) => void;
  'savedViews:changed': (message: SavedViewsChanged) => void;
};
