import type { Contact } from './facts';
import type { SourceVersion } from './source-version';

/** Where one value of an attribute lies in what the CRM says of a contact. */
export type CrmField = { path: string; attribute: string };

/** So many values of one answer are filled in at most. */
export const MAX_CRM_FIELDS = 50;

/** Where in what the CRM pushes the key of a contact lies, and the record; null for the whole of it. */
export type CrmPush = { keyPath: string; recordPath: string | null };

/** How the desk asks the customer-relationship system about contacts. */
export type CrmConnection = {
  /** Whether contacts are looked up, and what the CRM pushes is taken. */
  enabled: boolean;
  url: string;
  /** The attribute whose value the CRM knows contacts by; null for their external id. */
  keyAttribute: string | null;
  /** Where the version of a record lies in the CRM's answer; null if it gives none. */
  versionPath: string | null;
  fields: readonly CrmField[];
  /** How what the CRM pushes is read; null if it pushes nothing. */
  push: CrmPush | null;
  /** The channels whose customers the CRM knows, by key. */
  channels: readonly string[];
  timeoutMs: number;
  /** How long an answer counts as fresh; 0 asks again with every message. */
  freshMinutes: number;
};

/** The connection as the catalogue keeps it. */
export type CrmRow = { connection: CrmConnection | null; revision: number };

/** Whose signing secrets those are that the desk and the CRM share. */
export const CRM_SECRET_OWNER = 'crm';

/** A value that the CRM has given and that was not taken, and why. */
export type RefusedByDesk = { attribute: string; message: string };

/** The last time that somebody asked for a contact to be looked up, and what has come of it. */
export type CrmLookup = {
  /** The same for every try of it, so that the CRM can tell a second one. */
  askId: string;
  askedAt: number;
  /** When it is tried next, milliseconds; null once it is answered or given up. */
  dueAt: number | null;
  /** Tries that failed since it was asked for. */
  failures: number;
  /** When the CRM has answered last, to this asking or an earlier one. */
  answeredAt: number | null;
  /** Whether the CRM knew the contact then. */
  isKnown: boolean | null;
  /** The attributes of that answer that were older than what was known. */
  stale: readonly string[];
  /** By what the CRM was asked when it answered last. */
  key: string | null;
  /** What failed last, in plain words; null if nothing has since it was asked for. */
  problem: string | null;
  /** What was refused of that answer. */
  refused: readonly RefusedByDesk[];
};

/** What has come of a push for one contact, given again when it is pushed again. */
export type CrmPushReceipt = {
  /** The attributes that were older than what was known. */
  stale: readonly string[];
  refused: readonly RefusedByDesk[];
};

/**
 * Where a contact stands with the CRM: the newest source version of each attribute that the CRM has
 * written with one, and how it was looked up. Values of an older version change nothing.
 */
export type CrmStanding = {
  contactId: string;
  versions: Readonly<Record<string, SourceVersion>>;
  /** Null for one that nobody has asked for. */
  lookup: CrmLookup | null;
  revision: number;
};

/** Where a contact stands of whom the CRM has said nothing and nobody has asked. */
export function noStanding(contactId: string): CrmStanding {
  return { contactId, versions: {}, lookup: null, revision: 0 };
}

/** Whether what the CRM said last still counts as fresh. */
export function isFresh(
  { answeredAt }: CrmLookup,
  { freshMinutes }: CrmConnection,
  nowMs: number,
): boolean {
  return answeredAt !== null && nowMs < answeredAt + freshMinutes * 60_000;
}

/** The connection, if the CRM is asked about customers of the channel. */
export function crmFor({ connection }: CrmRow, channel: string): CrmConnection | null {
  return connection?.enabled && connection.channels.includes(channel) ? connection : null;
}

/** The value that the CRM knows the contact by; null while it is not known. */
export function crmKeyOf({ keyAttribute }: CrmConnection, contact: Contact): string | null {
  if (keyAttribute === null) return contact.externalId;
  const value = Object.hasOwn(contact.values, keyAttribute)
    ? contact.values[keyAttribute]?.value
    : null;
  const text = value == null ? '' : String(value).trim();
  return text === '' ? null : text;
}
