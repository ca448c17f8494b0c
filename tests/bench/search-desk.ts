import { migrateDatabase } from '@/db/sqlite/migrate';
import { openDatabase } from '@/db/sqlite/open-database';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { Desk } from '@/lib/desk/desk';
import { API_CHANNEL, DESK_NAMESPACE } from '@/lib/desk/facts';
import { layFoundation } from '@/lib/desk/foundation';
import { randomFrom } from './random';

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');
const VOCABULARY = 50_000;
const WORDS_EACH = 20;
const MESSAGES_EACH = 10;

/** The nth word of a language in which the first ones are said most. */
export function wordAt(place: number): string {
  let left = place + SYLLABLES.length;
  let word = '';
  for (; left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length];
  return word;
}

/**
 * Fills a new database with contacts who have a name and an e-mail address, and with ten messages of
 * twenty words each. The rows are written past the desk, which is quicker.
 */
export async function fillWithMessages(path: string, messages: number, seed: number) {
  migrateDatabase(path);
  const desk = await Desk.open({ store: await openSqliteStore({ path }) });
  await layFoundation(desk);
  const { revision } = await desk.store.head();
  await desk.close();
  const { $client } = openDatabase(path);
  const contact = $client.prepare(
    'insert into contacts (id, namespace, external_id, revision) values (?, ?, ?, 1)',
  );
  const value = $client.prepare(
    "insert into contact_values (contact_id, attribute, value, source, set_at) values (?, ?, ?, 'agent', 1)",
  );
  const conversation = $client.prepare(
    `insert into conversations (id, contact_id, channel, status, last_activity_at, opened_at, preview, revision)
     values (?, ?, '${API_CHANNEL.key}', ?, ?, ?, '', 1)`,
  );
  const message = $client.prepare(
    `insert into messages (id, conversation_id, channel, kind, text, at, revision, refused)
     values (?, ?, '${API_CHANNEL.key}', 'customer', ?, ?, ?, '[]')`,
  );
  const random = randomFrom(seed);
  // Most of what is said is said in few words; the power makes them so.
  const word = () => wordAt(Math.floor(VOCABULARY * random() ** 4));
  const text = () => Array.from({ length: WORDS_EACH }, word).join(' ');
  const contacts = Math.ceil(messages / MESSAGES_EACH);
  $client.transaction(() => {
    for (let place = 0; place < contacts; place += 1) {
      const id = `contact-${place}`;
      contact.run(id, DESK_NAMESPACE, id);
      value.run(id, 'name', JSON.stringify(`${word()} ${word()}`));
      value.run(id, 'email', JSON.stringify(`${word()}.${place}@mail.example`));
      conversation.run(`conversation-${place}`, id, place % 10 ? 'resolved' : 'new', place, place);
    }
    for (let place = 0; place < messages; place += 1) {
      const at = revision + 1 + place;
      const id = `conversation-${place % contacts}`;
      message.run(`message-${place}`, id, text(), at, at);
    }
    $client.prepare('update head set revision = ?').run(revision + messages);
  })();
  $client.close();
}
