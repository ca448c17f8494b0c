import { and, asc, count, eq, gt, lte, type SQL } from 'drizzle-orm';
import type { AttributeValue } from '@/lib/attributes/attribute';
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
  const page = contactsWhere(gt(contacts.id, given('afterId')))
    .limit(given('limit'))
    .prepare();
  const valuesOfPage = valuesWhere(
    and(
      gt(contactValues.contactId, given('afterId')),
      lte(contactValues.contactId, given('lastId')),
    ),
  ).prepare();
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
    after(afterId: string, limit: number): Contact[] {
      const rows = page.all({ afterId, limit });
      const lastId = rows.at(-1)?.id;
      return lastId === undefined ? [] : join(rows, valuesOfPage.all({ afterId, lastId }));
    },
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
