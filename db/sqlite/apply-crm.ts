import { lt, sql } from 'drizzle-orm';
import type { CrmLookup } from '@/lib/desk/crm';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { crmPushes, crmStandings } from './schema-crm';
import { type DraftOf, given, type Written } from './written';

type StandingDraft = DraftOf<
  | 'crmStanding.versionsAdvanced'
  | 'crmLookup.asked'
  | 'crmLookup.answered'
  | 'crmLookup.failed'
  | 'crmPush.received'
>;

/** Nobody sends a webhook again after a week. */
const KEEP_PUSHES_MS = 7 * 24 * 60 * 60 * 1_000;

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
        key: given('key'),
        revision: given('revision'),
      })
      .onConflictDoUpdate({
        target: crmStandings.contactId,
        set: {
          lookup: sql`excluded.lookup`,
          dueAt: sql`excluded.due_at`,
          key: sql`excluded.key`,
          revision: sql`excluded.revision`,
        },
      }),
  );

  const keepPush = prepareWrite(
    db,
    db.insert(crmPushes).values({
      webhookId: given('webhookId'),
      contactId: given('contactId'),
      stale: given('stale'),
      refused: given('refused'),
      receivedAt: given('receivedAt'),
    }),
  );
  const forgetPushes = prepareWrite(
    db,
    db.delete(crmPushes).where(lt(crmPushes.receivedAt, given('before'))),
  );

  return (draft: StandingDraft, { revision, at }: Written): void => {
    switch (draft.kind) {
      case 'crmStanding.versionsAdvanced':
        advance.run({ ...draft.body, revision });
        break;
      case 'crmPush.received':
        forgetPushes.run({ before: at - KEEP_PUSHES_MS });
        keepPush.run({ ...draft.body, ...draft.personal, receivedAt: at });
        break;
      case 'crmLookup.asked':
      case 'crmLookup.answered':
      case 'crmLookup.failed': {
        const { contactId, after } = draft.body;
        const lookup: CrmLookup = { ...after, ...draft.personal };
        keepLookup.run({ contactId, lookup, dueAt: after.dueAt, key: lookup.key, revision });
        break;
      }
      default:
        draft satisfies never;
    }
  };
}
