import type { CrmPushReceipt, CrmStanding } from './crm';

/** The part of the Store that reads where contacts stand with the CRM. */
export interface CrmStore {
  /** Null for a contact that the CRM has said nothing of. */
  crmStanding(contactId: string): Promise<CrmStanding | null>;
  /** The contacts whose lookups are due by a time, the first due first, at most `limit`. */
  lookupsDue(nowMs: number, limit: number): Promise<string[]>;
  /** The contacts about whom the CRM was asked by a key when it answered last, by id. */
  contactsByCrmKey(key: string): Promise<string[]>;
  /** What has come of a push for the contact, or null if it did not arrive within the last week. */
  crmPushReceipt(webhookId: string, contactId: string): Promise<CrmPushReceipt | null>;
}
