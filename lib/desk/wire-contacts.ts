import type { Manager, Scalar } from '@/lib/attributes/attribute';
import type { Actor } from './entry';
import type { Status } from './facts';
import type { PersonMark, SegmentMark, TrailWire, ValueWire } from './wire';

/** What leaves the desk of contacts, whether they have talked with it or not. */

/** A contact's conversation, in one line. */
export type ContactConversation = {
  conversationId: string;
  channel: string;
  status: Status;
  owner: PersonMark | null;
  lastActivityAt: string;
  preview: string;
};

/** A contact in a list. */
export type ContactRow = {
  contactId: string;
  externalId: string;
  name: string;
  email: string | null;
  /** All matches, high-priority ones first, then by name. */
  segments: SegmentMark[];
  /** The one in which something happened last. */
  conversation: ContactConversation | null;
};

/** A part of an answer: contacts found since the last one, and how far it has come. */
export type FoundContacts = {
  contacts: ContactRow[];
  /** Of `total` contacts, so many were looked at, and so many of those are meant. */
  scanned: number;
  total: number;
  found: number;
  /** False when there may be more that were not looked at: of a search, only the best are. */
  complete: boolean;
  done: boolean;
};

/** All that is known of a contact. */
export type ContactDetail = {
  revision: number;
  contactId: string;
  /** In the namespace of a channel; `api` is also the contacts API's. */
  channel: string;
  externalId: string;
  name: string;
  priority: number;
  segments: SegmentMark[];
  values: ValueWire[];
  /** Last activity first. */
  conversations: ContactConversation[];
};

/** How much would go with a contact that is forgotten. */
export type BelongingsWire = {
  values: number;
  conversations: number;
  messages: number;
  files: number;
  drafts: number;
  /** Entries of the journal that stay without their personal part. */
  entries: number;
};

type By = { kind: Actor['kind']; id: string; name: string };

/** A value before and after; null where there was or is none. */
export type ValueChangeWire = { attribute: string; before: Scalar | null; after: Scalar | null };

/** Something that happened to a contact. */
export type HistoryLine = { id: string; at: string; by: By } & (
  | { kind: 'created' }
  | {
      kind: 'values';
      source: Manager;
      attributes: string[];
      /** Empty where the values are forgotten. */
      changes: ValueChangeWire[];
      /** They were taken back by it. */
      isUndo: boolean;
    }
  | ({ conversationId: string; channel: string } & (
      | { kind: 'opened' }
      | { kind: 'message' | 'reply' | 'note'; text: string | null }
      | { kind: 'trail'; trail: TrailWire }
    ))
);

/** One page of what happened, the newest first; `next` asks for the page after it. */
export type HistoryWire = { lines: HistoryLine[]; next: string | null };
