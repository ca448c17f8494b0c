import { and, asc, eq, getTableColumns, gt, sql } from 'drizzle-orm';
import type { Contact } from '@/lib/desk/facts';
import type { OpenConversation } from '@/lib/desk/store';
import type { Database } from './open-database';
import { contacts, contactValues, conversations } from './schema';
import { given } from './written';

/** Enough that a query costs little beside its rows, and few enough that they are soon forgotten. */
const PAGE = 1_000;

/**
 * Reads the open conversations with their contacts, in pages by id; call it in a transaction. The
 * values of a contact come as one JSON text: SQLite makes it in a third of the time that a row each
 * would take to cross over.
 */
export function prepareOpenReads(db: Database) {
  const values = db
    .select({
      all: sql`json_group_object(${contactValues.attribute}, json_object(
        'value', json(${contactValues.value}),
        'source', ${contactValues.source},
        'setAt', ${contactValues.setAt}))`,
    })
    .from(contactValues)
    .where(eq(contactValues.contactId, contacts.id));
  const page = db
    .select({
      conversation: getTableColumns(conversations),
      contact: { ...getTableColumns(contacts), values: sql<string>`(${values})` },
    })
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .where(
      and(
        // In the words of the partial index, which a bound parameter would not match.
        sql`${conversations.status} <> 'resolved'`,
        gt(conversations.id, given('afterId')),
      ),
    )
    .orderBy(asc(conversations.id))
    .limit(given('limit'))
    .prepare();

  return function* (): Iterable<OpenConversation[]> {
    let afterId = '';
    for (;;) {
      const rows = page.all({ afterId, limit: PAGE });
      yield rows.map(({ conversation, contact }) => ({
        conversation,
        contact: { ...contact, values: valuesIn(contact.values) },
      }));
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      afterId = last.conversation.id;
    }
  };
}

function valuesIn(text: string): Contact['values'] {
  return JSON.parse(text);
}
