import { and, eq, sql } from 'drizzle-orm';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { contacts, contactValues } from './schema';
import { type DraftOf, given, givenIn, mustWrite, type Written } from './written';

type ContactDraft = DraftOf<'contact.created' | 'contact.attributesChanged'>;

/** What entries about contacts write. */
export function prepareContactWrites(db: Database) {
  const insert = prepareWrite(
    db,
    db.insert(contacts).values({
      id: given('id'),
      namespace: given('namespace'),
      externalId: given('externalId'),
      revision: given('revision'),
    }),
  );
  const touch = prepareWrite(
    db,
    db
      .update(contacts)
      .set({ revision: givenIn('revision') })
      .where(eq(contacts.id, given('id'))),
  );
  const putValue = prepareWrite(
    db,
    db
      .insert(contactValues)
      .values({
        contactId: given('contactId'),
        attribute: given('attribute'),
        value: given('value'),
        source: given('source'),
        setAt: given('setAt'),
      })
      .onConflictDoUpdate({
        target: [contactValues.contactId, contactValues.attribute],
        set: {
          value: sql`excluded.value`,
          source: sql`excluded.source`,
          setAt: sql`excluded.set_at`,
        },
      }),
  );
  const removeValue = prepareWrite(
    db,
    db
      .delete(contactValues)
      .where(
        and(
          eq(contactValues.contactId, given('contactId')),
          eq(contactValues.attribute, given('attribute')),
        ),
      ),
  );

  return (draft: ContactDraft, { revision }: Written): void => {
    const { contactId } = draft.body;
    switch (draft.kind) {
      case 'contact.created': {
        const { namespace } = draft.body;
        insert.run({ id: contactId, namespace, externalId: draft.personal.externalId, revision });
        break;
      }
      case 'contact.attributesChanged':
        mustWrite(touch.run({ id: contactId, revision }), 'This contact does not exist any more.');
        for (const { attribute, after } of draft.personal.changes) {
          if (after === null) removeValue.run({ contactId, attribute });
          else putValue.run({ contactId, attribute, ...after });
        }
        break;
      default:
        draft satisfies never;
    }
  };
}
