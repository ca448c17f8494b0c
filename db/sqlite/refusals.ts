import Sqlite from 'better-sqlite3';
import { conflict } from '@/lib/desk/errors';

const TAKEN: readonly (readonly [constraint: string, message: string, field?: string])[] = [
  ['attributes.key', 'An attribute with this key exists already.', 'key'],
  ['channels.key', 'A channel with this key exists already.', 'key'],
  ['canned_replies_title', 'A canned reply with this title exists already.', 'title'],
  ['saved_views_', 'There is a saved view with this name already.', 'name'],
  ['people_email', 'Somebody has this email address already.', 'email'],
  ['contacts.namespace', 'A contact with this external id exists already.', 'externalId'],
  ['conversations.contact_id', 'This contact has a conversation on this channel already.'],
  ['endpoints.channel', 'The replies of this channel have an endpoint already.', 'channel'],
  ['webhook_receipts.', 'This webhook has arrived already.'],
  ['crm_pushes.', 'This push has arrived already.'],
  ['messages.channel', 'This message has arrived already.', 'externalMessageId'],
];

/** A constraint's refusal as a `conflict` in the user's words; anything else stays what it was. */
export function asConflict(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  switch (error.code) {
    case 'SQLITE_CONSTRAINT_UNIQUE':
    case 'SQLITE_CONSTRAINT_PRIMARYKEY': {
      const taken = TAKEN.find(([constraint]) => error.message.includes(constraint));
      return taken ? conflict(taken[1], taken[2]) : conflict('This exists already.');
    }
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return conflict('Something this refers to does not exist.');
    default:
      return error;
  }
}
