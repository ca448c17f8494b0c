import { count, eq } from 'drizzle-orm';
import type { Belongings } from '@/lib/desk/store-contacts';
import { ENTRIES_OF_CONTACT } from './apply-forgotten';
import type { Database } from './open-database';
import { contactValues, conversations, messages } from './schema';
import { drafts, uploads } from './schema-beside-journal';
import { given } from './written';

/** Counts what would go with a contact; call it in a transaction. */
export function prepareBelongingReads(db: Database): (contactId: string) => Belongings {
  const ofContact = eq(conversations.contactId, given('contactId'));
  const total = { total: count() };
  const values = db
    .select(total)
    .from(contactValues)
    .where(eq(contactValues.contactId, given('contactId')))
    .prepare();
  const conversationsOf = db.select(total).from(conversations).where(ofContact).prepare();
  const messagesOf = db
    .select(total)
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(ofContact)
    .prepare();
  const draftsOf = db
    .select(total)
    .from(drafts)
    .innerJoin(conversations, eq(conversations.id, drafts.conversationId))
    .where(ofContact)
    .prepare();
  const filesOf = db
    .select({ id: uploads.id })
    .from(uploads)
    .innerJoin(messages, eq(messages.id, uploads.messageId))
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(ofContact)
    .orderBy(uploads.id)
    .prepare();
  const entriesOf = ENTRIES_OF_CONTACT.map((revisions) =>
    db.$client
      .prepare(`select count(*) from journal_personal where revision in (${revisions})`)
      .pluck(),
  );

  return (contactId) => ({
    values: values.get({ contactId })?.total ?? 0,
    conversations: conversationsOf.get({ contactId })?.total ?? 0,
    messages: messagesOf.get({ contactId })?.total ?? 0,
    drafts: draftsOf.get({ contactId })?.total ?? 0,
    entries: entriesOf.reduce((sum, one) => sum + Number(one.get({ contactId })), 0),
    fileIds: filesOf.all({ contactId }).map(({ id }) => id),
  });
}
