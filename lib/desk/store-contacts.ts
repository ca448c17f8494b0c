import type { ContactValues } from '@/lib/attributes/attribute';
import type { Entry } from './entry';
import type { Contact } from './facts';

/**
 * Where a contact's history goes on: the next entry of its own (null after the first), and the
 * revision before which its conversations' entries come.
 */
export type HistoryPlace = { own: number | null; before: number };

/** Entries, the newest first, and where it goes on; null at the beginning. */
export type HistoryPage = { entries: Entry[]; next: HistoryPlace | null };

/** What would go with a contact that is forgotten, counted. */
export type Belongings = {
  values: number;
  conversations: number;
  messages: number;
  drafts: number;
  /** Entries of the journal that would lose their personal part. */
  entries: number;
  /** The files of its messages. */
  fileIds: string[];
};

/** The part of the Store that reads contacts, whether they have a conversation or not. */
export interface ContactStore {
  contact(id: string): Promise<Contact | null>;
  contactByExternalId(namespace: string, externalId: string): Promise<Contact | null>;
  /**
   * All contacts in pages by id, those after `afterId` and at most `limit`: what each has for the
   * attributes named, and nothing else of it.
   */
  valuesAfter(
    afterId: string,
    limit: number,
    attributes: readonly string[],
  ): Promise<{ contactId: string; values: ContactValues }[]>;
  /** The same from the other end: those before `beforeId`, or the last ones for null, newest first. */
  valuesBefore(
    beforeId: string | null,
    limit: number,
    attributes: readonly string[],
  ): Promise<{ contactId: string; values: ContactValues }[]>;
  /** All contacts with all that is known of them, in pages by id, those after `afterId`. */
  contactsAfter(afterId: string, limit: number): Promise<Contact[]>;
  countContacts(): Promise<number>;
  /**
   * What happened to a contact, the newest first, from a place that an earlier page gave, at most
   * `limit`: to itself and in its conversations; or, for one attribute, the changes of its value.
   */
  historyOfContact(
    contactId: string,
    request: { place: HistoryPlace | null; limit: number; attribute?: string },
  ): Promise<HistoryPage>;
  belongingsOf(contactId: string): Promise<Belongings>;
  /** How many contacts have a value for the attribute. */
  countValues(attribute: string): Promise<number>;
}
