import { sql } from 'drizzle-orm';
import type { CrmLookup } from '@/lib/desk/crm';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { crmStandings } from './schema-crm';
import { type DraftOf, given, type Written } from './written';

type StandingDraft = DraftOf<
  'crmStanding.versionsAdvanced' | 'crmLookup.asked' | 'crmLookup.answered' | 'crmLookup.failed'
>;

/** What entries about a contact's standing with the CRM write. */
export function prepareCrmWrites(db: Database) {
  // Those of other attributes stay: what is given is laid over what is there.
  const advance = prepareWrite(
    db,
    db
      .insert(crmStandings)
      .values({
        contactId: given('contactId'),
        versions: given('versions'),
        revision: given('revision'),
      })
      .onConflictDoUpdate({
        target: crmStandings.contactId,
        set: {
          versions: sql`json_patch(${crmStandings.versions}, excluded.versions)`,
          revision: sql`excluded.revision`,
        },
      }),
  );
  const keepLookup = prepareWrite(
    db,
    db
      .insert(crmStandings)
      .values({
        contactId: given('contactId'),
        lookup: given('lookup'),
        dueAt: given('dueAt'),
        revision: given('revision'),
      })
      .onConflictDoUpdate({
        target: crmStandings.contactId,
        set: {
          lookup: sql`excluded.lookup`,
          dueAt: sql`excluded.due_at`,
          revision: sql`excluded.revision`,
        },
      }),
  );

  return (draft: StandingDraft, { revision }: Written): void => {
    if (draft.kind === 'crmStanding.versionsAdvanced') {
      advance.run({ ...draft.body, revision });
      return;
    }
    const { contactId, after } = draft.body;
    const lookup: CrmLookup = { ...after, ...draft.personal };
    keepLookup.run({ contactId, lookup, dueAt: after.dueAt, revision });
  };
}
