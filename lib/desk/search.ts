import type { QueueFilter } from '@/lib/ranking/filter';
import type { SnippetPart } from '@/lib/search/snippet';
import type { Contact, Conversation, Message, Status } from './facts';

/** What can be found: a contact by what is known of it, what was said, an internal note. */
export const HIT_KINDS = ['contact', 'message', 'note'] as const;
export type HitKind = (typeof HIT_KINDS)[number];

/** Resolved and the two that are open; `open` is either of these. */
export type SearchedStatus = Status | 'open';

export type SearchRequest = {
  offset: number;
  limit: number;
  /** As a person typed it. */
  query: string;
  kind?: HitKind;
  status?: SearchedStatus;
  channel?: string;
  /** A person's id, or `unowned`. */
  owner?: QueueFilter['owner'];
};

/**
 * A contact, or a conversation by the message of it that answers best. `more` is how many other
 * messages of the conversation answer too.
 */
export type Hit = { contact: Contact; snippet: SnippetPart[] } & (
  | {
      kind: 'contact';
      /** What the snippet is of; null for the external id. */
      attribute: string | null;
      /** The conversation of the contact in which something happened last, of those that the filter lets through. */
      conversation: Conversation | null;
      atMs: number;
    }
  | { kind: 'message' | 'note'; message: Message; conversation: Conversation; more: number }
);

export type Found = {
  /** What was committed up to here has been looked at. */
  revision: number;
  /** One page, the best first. */
  hits: Hit[];
  /** How many there are on all pages. */
  total: number;
  /** False when there may be more: only the newest that answer are ranked, and not for ever. */
  complete: boolean;
  /** How much of the desk can be found yet, 0 to 1; below 1 while the index is filled. */
  indexed: number;
};
