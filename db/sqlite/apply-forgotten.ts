import { prepareHead } from './head';
import type { Database } from './open-database';
import { IS_BESIDE } from './schema';
import { type DraftOf, mustWrite } from './written';

const CONVERSATIONS = 'select id from conversations where contact_id = :contactId';

/** The entries of the contact's own, from its revision back. */
const CHAIN = `
  with recursive own (revision, previous) as (
    select revision, previous_revision from journal
    where revision = (select revision from contacts where id = :contactId)
    union all
    select journal.revision, journal.previous_revision from journal
    join own on journal.revision = own.previous)
  select revision from own`;

/** Where all entries about a contact are found, by the ways there are: each gives their revisions. */
export const ENTRIES_OF_CONTACT = [
  CHAIN,
  `select revision from journal where conversation_id in (${CONVERSATIONS})`,
  `select revision from journal where contact_id = :contactId and ${IS_BESIDE}`,
] as const;

/** Names that senders gave, which may tell of whom they are; the body of an entry stays otherwise. */
const SENDERS_NAMES = ['externalMessageId', 'webhookId'] as const;

/**
 * Deletes everything about a contact, and leaves of each entry what is not personal. What hangs on
 * its rows goes with them: drafts, sights, callings, uploads, what the CRM and webhooks brought. What is overwritten
 * in place leaves traces in the file until it is written anew, which is due then.
 */
export function prepareForgetting(db: Database): (draft: DraftOf<'contact.forgotten'>) => void {
  const { $client } = db;
  const head = prepareHead(db);
  const forgetEntries = ENTRIES_OF_CONTACT.flatMap((revisions) => [
    ...SENDERS_NAMES.map((name) =>
      $client.prepare(
        `update journal set body = json_replace(body, '$.${name}', '')
         where revision in (${revisions}) and json_extract(body, '$.${name}') is not null`,
      ),
    ),
    $client.prepare(`delete from journal_personal where revision in (${revisions})`),
  ]);
  const deleteRows = [
    `delete from messages where conversation_id in (${CONVERSATIONS})`,
    'delete from conversations where contact_id = :contactId',
    'delete from contact_values where contact_id = :contactId',
  ].map((text) => $client.prepare(text));
  const deleteContact = $client.prepare('delete from contacts where id = :contactId');

  return ({ body: { contactId } }) => {
    for (const statement of [...forgetEntries, ...deleteRows]) statement.run({ contactId });
    mustWrite(deleteContact.run({ contactId }), 'This contact does not exist any more.');
    head.setRewriteDue(true);
  };
}
