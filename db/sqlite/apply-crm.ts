import { sql } from 'drizzle-orm';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { crmStandings } from './schema-crm';
import { type DraftOf, given, type Written } from './written';

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

  return (draft: DraftOf<'crmStanding.versionsAdvanced'>, { revision }: Written): void => {
    advance.run({ ...draft.body, revision });
  };
}
