import { and, asc, count, desc, eq, gt, lt, type SQL, sql } from 'drizzle-orm';
import type { AttributeValue, ContactValues } from '@/lib/attributes/attribute';
import type { Contact } from '@/lib/desk/facts';
import type { Database } from './open-database';
import { contacts, contactValues } from './schema';
import { given } from './written';

type ContactRow = Omit<Contact, 'values'>;
type ValueRow = AttributeValue & { contactId: string; attribute: string };

/** Reads contacts with their values; call what reads both in a transaction. */
export function prepareContactReads(db: Database) {
  const contactsWhere = (where: SQL | undefined) =>
    db.select().from(contacts).where(where).orderBy(asc(contacts.id));
  const valuesWhere = (where: SQL | undefined) =>
    db
      .select()
      .from(contactValues)
      .where(where)
      .orderBy(asc(contactValues.contactId), asc(contactValues.attribute));

  const byId = contactsWhere(eq(contacts.id, given('id'))).prepare();
  const byExternalId = contactsWhere(
    and(eq(contacts.namespace, given('namespace')), eq(contacts.externalId, given('externalId'))),
  ).prepare();
  const valuesOf = valuesWhere(eq(contactValues.contactId, given('contactId'))).prepare();
  const contactPage = db
    .select()
    .from(contacts)
    .where(gt(contacts.id, given('afterId')))
    .orderBy(asc(contacts.id))
    .limit(given('limit'))
    .prepare();
  const page = (where: SQL | undefined, order: typeof asc) => {
    const ids = db
      .select({ id: contacts.id })
      .from(contacts)
      .where(where)
      .orderBy(order(contacts.id))
      .limit(given('limit'))
      .as('page');
    // Asked from the contact, so that each value named is sought by its key and no other is read.
    return db
      .select({
        contactId: ids.id,
        found: {
          attribute: contactValues.attribute,
          value: contactValues.value,
          source: contactValues.source,
          setAt: contactValues.setAt,
        },
      })
      .from(ids)
      .leftJoin(
        contactValues,
        and(
          eq(contactValues.contactId, ids.id),
          sql`${contactValues.attribute} in (select value from json_each(${given('attributes')}))`,
        ),
      )
      .orderBy(order(ids.id))
      .prepare();
  };
  const pageAfter = page(gt(contacts.id, given('afterId')), asc);
  const pageBefore = page(lt(contacts.id, given('beforeId')), desc);
  const lastPage = page(undefined, desc);
  const total = db.select({ total: count() }).from(contacts).prepare();
  const valueTotal = db
    .select({ total: count() })
    .from(contactValues)
    .where(eq(contactValues.attribute, given('attribute')))
    .prepare();

  const withValues = (row: ContactRow | undefined): Contact | null =>
    row ? (join([row], valuesOf.all({ contactId: row.id }))[0] ?? null) : null;

  return {
    byId: (id: string) => withValues(byId.get({ id })),
    byExternalId: (namespace: string, externalId: string) =>
      withValues(byExternalId.get({ namespace, externalId })),
    valuesAfter(afterId: string, limit: number, attributes: readonly string[]) {
      const names = JSON.stringify(attributes);
      return byContact(pageAfter.all({ afterId, limit, attributes: names }));
    },
    valuesBefore(beforeId: string | null, limit: number, attributes: readonly string[]) {
      const names = JSON.stringify(attributes);
      return byContact(
        beforeId === null
          ? lastPage.all({ limit, attributes: names })
          : pageBefore.all({ beforeId, limit, attributes: names }),
      );
    },
    after: (afterId: string, limit: number): Contact[] =>
      contactPage.all({ afterId, limit }).flatMap((row) => withValues(row) ?? []),
    count: () => total.get()?.total ?? 0,
    countValues: (attribute: string) => valueTotal.get({ attribute })?.total ?? 0,
  };
}

/** Contacts with their values, both in order of the contact's id; each contact's rows lie together. */
function join(rows: readonly ContactRow[], valueRows: readonly ValueRow[]): Contact[] {
  let next = 0;
  return rows.map((row) => {
    const first = next;
    while (valueRows[next]?.contactId === row.id) next += 1;
    // fromEntries defines keys of its own, so that a key such as `constructor` is just a key.
    const values = Object.fromEntries(
      valueRows
        .slice(first, next)
        .map(({ attribute, value, source, setAt }) => [attribute, { value, source, setAt }]),
    );
    return { ...row, values };
  });
}

type FoundRow = { contactId: string; found: (AttributeValue & { attribute: string }) | null };

/** One of each contact, whose rows lie together; a contact without any value has one row. */
function byContact(rows: readonly FoundRow[]): { contactId: string; values: ContactValues }[] {
  const contacts: { contactId: string; values: Map<string, AttributeValue> }[] = [];
  let last: (typeof contacts)[number] | undefined;
  for (const { contactId, found } of rows) {
    if (last?.contactId !== contactId) {
      last = { contactId, values: new Map() };
      contacts.push(last);
    }
    if (!found) continue;
    const { attribute, value, source, setAt } = found;
    last.values.set(attribute, { value, source, setAt });
  }
  return contacts;
}
