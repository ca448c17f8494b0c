import { and, asc, eq, isNotNull, lte } from 'drizzle-orm';
import type { CrmPushReceipt, CrmStanding } from '@/lib/desk/crm';
import type { Database } from './open-database';
import { crmPushes, crmStandings } from './schema-crm';
import { given } from './written';

/** Reads where contacts stand with the CRM. */
export function prepareCrmReads(db: Database) {
  const standing = db
    .select({
      contactId: crmStandings.contactId,
      versions: crmStandings.versions,
      lookup: crmStandings.lookup,
      revision: crmStandings.revision,
    })
    .from(crmStandings)
    .where(eq(crmStandings.contactId, given('contactId')))
    .prepare();
  const due = db
    .select({ contactId: crmStandings.contactId })
    .from(crmStandings)
    // In the words of the partial index.
    .where(and(isNotNull(crmStandings.dueAt), lte(crmStandings.dueAt, given('nowMs'))))
    .orderBy(asc(crmStandings.dueAt), asc(crmStandings.contactId))
    .limit(given('limit'))
    .prepare();

  const byKey = db
    .select({ contactId: crmStandings.contactId })
    .from(crmStandings)
    .where(eq(crmStandings.key, given('key')))
    .orderBy(asc(crmStandings.contactId))
    .prepare();
  const push = db
    .select({ stale: crmPushes.stale, refused: crmPushes.refused })
    .from(crmPushes)
    .where(
      and(eq(crmPushes.webhookId, given('webhookId')), eq(crmPushes.contactId, given('contactId'))),
    )
    .prepare();

  return {
    standing: (contactId: string): CrmStanding | null => standing.get({ contactId }) ?? null,
    lookupsDue: (nowMs: number, limit: number): string[] =>
      due.all({ nowMs, limit }).map(({ contactId }) => contactId),
    byKey: (key: string): string[] => byKey.all({ key }).map(({ contactId }) => contactId),
    push: (webhookId: string, contactId: string): CrmPushReceipt | null =>
      push.get({ webhookId, contactId }) ?? null,
  };
}
