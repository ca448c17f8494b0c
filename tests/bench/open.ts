import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@/db/sqlite/open-database';
import { SYSTEM } from '@/lib/desk/context';
import { FIRST_MESSAGES, readConversation } from '@/lib/desk/reads/conversation';
import { headersOf, startDesk } from '../running-desk';
import { type Benchmark, numberOption, type Report } from './benchmark';
import { fillDesk } from './fill-desk';
import { measureInRounds, microseconds, type Subject } from './rounds';

const TEXT = 'Where is my order? It was to come on Monday, and it is Thursday by now. '.repeat(3);

/**
 * Opening a conversation of very many messages: the API call and what it is made of, beside plain
 * SQL that reads rows and writes JSON.
 */
async function open(options: ReadonlyMap<string, string>): Promise<Report> {
  const messages = numberOption(options, 'messages', 10_000);
  const rounds = numberOption(options, 'rounds', 7);
  const folder = await mkdtemp(join(tmpdir(), 'frontrow-bench-'));
  const path = join(folder, 'desk.db');
  const id = await fill(path, messages);
  const desk = await startDesk({ path });
  try {
    const plain = plainConversation(path);
    const [plainUrl, plainServer] = await served(() => JSON.stringify(plain.last(id)));
    const ctx = { desk: desk.desk, caller: SYSTEM };
    const detail = await readConversation(ctx, id);
    const headers = headersOf(desk.tokens.read);
    const subjects: Subject[] = [
      {
        name: 'GET /conversations/{id}, over HTTP',
        onceAsync: () => textAt(`${desk.url}/api/v1/conversations/${id}`, headers),
      },
      { name: 'of that: read and put together', onceAsync: () => readConversation(ctx, id) },
      {
        name: 'of that: read from the store',
        onceAsync: () => desk.desk.store.conversationWithMessages(id, FIRST_MESSAGES),
      },
      { name: 'of that: written as JSON', once: () => JSON.stringify(detail) },
      {
        name: `plain SQL, the last ${FIRST_MESSAGES}, over HTTP`,
        onceAsync: () => textAt(plainUrl),
      },
      {
        name: `plain SQL, the last ${FIRST_MESSAGES}, to JSON`,
        once: () => JSON.stringify(plain.last(id)),
      },
      { name: 'plain SQL, all messages, to JSON', once: () => JSON.stringify(plain.all(id)) },
    ];
    const measured = await measureInRounds(subjects, { rounds, batchMs: 150 });
    plainServer.close();
    plain.close();
    return {
      title: `A conversation of ${messages.toLocaleString('en')} messages is opened; µs, ${rounds} rounds`,
      columns: ['', 'median', 'fastest–slowest', 'next to the API call'],
      rows: measured.map(({ name, spread, ratio }, place) => [
        name,
        microseconds(spread.median),
        `${microseconds(spread.min)}–${microseconds(spread.max)}`,
        place === 0 ? '' : `${ratio.toPrecision(2)} ×`,
      ]),
      notes: [
        'The plain statements read the conversation, its contact, values and messages with raw better-sqlite3, and know nothing of who asks, of segments or of what was done between the messages. Over HTTP both are asked by the same client in the same process, which is most of what they take.',
      ],
    };
  } finally {
    await desk.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A new desk with one conversation; all messages but the first are written past it, which is quicker. */
async function fill(path: string, messages: number): Promise<string> {
  await fillDesk(path, { conversations: 1, segments: 20, seed: 1 });
  const { $client } = openDatabase(path);
  const revision = Number($client.prepare('select revision from head').pluck().get());
  const id = String($client.prepare('select id from conversations').pluck().get());
  const insert = $client.prepare(
    `insert into messages (id, conversation_id, channel, kind, text, at, revision, refused)
     values (?, ?, 'api', ?, ?, ?, ?, '[]')`,
  );
  $client.transaction(() => {
    for (let n = 1; n < messages; n += 1)
      insert.run(`m-${n}`, id, n % 2 ? 'customer' : 'reply', TEXT, n, revision + n);
    $client.prepare('update head set revision = ?').run(revision + messages);
  })();
  $client.close();
  return id;
}

function plainConversation(path: string) {
  const { $client } = openDatabase(path);
  const conversation = $client.prepare('select * from conversations where id = ?');
  const contact = $client.prepare(
    'select t.* from contacts t join conversations c on c.contact_id = t.id where c.id = ?',
  );
  const values = $client.prepare(
    'select v.* from contact_values v join conversations c on c.contact_id = v.contact_id where c.id = ?',
  );
  const total = $client.prepare('select count(*) from messages where conversation_id = ?').pluck();
  const rows = 'select * from messages where conversation_id = ? order by revision';
  const last = $client.prepare(`${rows} desc limit ${FIRST_MESSAGES}`);
  const all = $client.prepare(rows);
  const head = (id: string) => ({
    conversation: conversation.get(id),
    contact: contact.get(id),
    values: values.all(id),
    messageTotal: total.get(id),
  });
  return {
    last: (id: string) => ({ ...head(id), messages: last.all(id).reverse() }),
    all: (id: string) => ({ ...head(id), messages: all.all(id) }),
    close: () => $client.close(),
  };
}

async function textAt(url: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.text();
}

async function served(body: () => string): Promise<[url: string, server: Server]> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(body());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return [`http://127.0.0.1:${address.port}/`, server];
}

export const openBenchmark: Benchmark = {
  name: 'open',
  about: 'opening a conversation of 10,000 messages, beside plain SQL',
  run: open,
};
