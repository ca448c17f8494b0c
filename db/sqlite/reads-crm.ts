import { eq } from 'drizzle-orm';
import type { CrmStanding } from '@/lib/desk/facts';
import type { Database } from './open-database';
import { crmStandings } from './schema-crm';
import { given } from './written';

/** Reads where contacts stand with the CRM. */
export function prepareCrmReads(db: Database) {
  const standing = db
    .select()
    .from(crmStandings)
    .where(eq(crmStandings.contactId, given('contactId')))
    .prepare();

  return {
    standing: (contactId: string): CrmStanding | null => standing.get({ contactId }) ?? null,
  };
}
