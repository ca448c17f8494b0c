import type { SnippetPart } from '@/lib/search/snippet';
import type { Status } from './facts';
import type { HitKind } from './search';
import type { PersonMark } from './wire';

/** What a search leaves the desk with. */

/**
 * A contact that was found, or a conversation by one of its messages or notes. A contact whom nobody
 * has talked with has no conversation.
 */
export type SearchHitWire = {
  kind: HitKind;
  contact: { id: string; externalId: string; name: string };
  conversation: {
    conversationId: string;
    channel: string;
    status: Status;
    owner: PersonMark | null;
  } | null;
  messageId: string | null;
  /** What of a contact the snippet is: an attribute, or null for its external id. */
  attribute: string | null;
  /** Of the message; of a contact, when something last happened. */
  at: string;
  /** How many other messages of the conversation have the words too. */
  more: number;
  /** Pieces of plain text. */
  snippet: SnippetPart[];
};

/** One page of what was found, the best first. */
export type SearchWire = {
  epoch: string;
  revision: number;
  hits: SearchHitWire[];
  total: number;
  /** False when there may be more than `total`. */
  complete: boolean;
  /** How much of the desk can be found yet, 0 to 1; below 1 while the index is filled. */
  indexed: number;
};
