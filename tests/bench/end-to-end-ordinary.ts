import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { Server } from 'socket.io';
import { openDatabase } from '@/db/sqlite/open-database';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import type { AttributeValue } from '@/lib/attributes/attribute';
import { Desk } from '@/lib/desk/desk';
import { DESK_NAMESPACE } from '@/lib/desk/facts';
import { compileSegment } from '@/lib/segments/evaluate';

type ContactRow = { id: string; revision: number };
type ValueRow = AttributeValue & { attribute: string };
type WindowRow = { segments: string } & Record<string, unknown>;

/**
 * The ordinary way: matches and priority stored in indexed tables, one transaction a change, and
 * after each the window of every view read anew and sent whole. It need not give reasons or counts
 * of segments, which spares it work. Gives its port.
 */
export async function serveOrdinary(path: string): Promise<number> {
  const desk = await Desk.open({ store: await openSqliteStore({ path }) });
  const { segments, attributes, highPriority, contacts, conversations, priorityOf } = desk.memory;
  const tests = [...segments.values()].map((segment) => ({
    id: segment.id,
    holds: compileSegment(segment, { attributes, timeZone: 'UTC' }),
  }));
  const isHigh = [...highPriority];
  const { $client } = openDatabase(path);
  $client.exec(`
    create table matches (contact_id text, segment_id text, primary key (contact_id, segment_id)) without rowid;
    alter table conversations add column priority integer not null default 0;
    create index conversations_rank on conversations (status, priority desc, waiting_since, id);
    create table high (segment_id text primary key) without rowid;
  `);
  const addMatch = $client.prepare('insert into matches values (?, ?)');
  const setPriority = $client.prepare('update conversations set priority = ? where contact_id = ?');
  const addHigh = $client.prepare('insert into high values (?)');
  $client.transaction(() => {
    for (const id of isHigh) addHigh.run(id);
    for (const contact of contacts.values()) {
      for (const id of contact.matches) addMatch.run(contact.id, id);
      setPriority.run(priorityOf.call(desk.memory, contact.matches), contact.id);
    }
  })();
  if (conversations.size === 0) throw new Error('The desk is empty.');
  await desk.close();

  const readContact = $client.prepare<[string, string], ContactRow>(
    'select id, revision from contacts where namespace = ? and external_id = ?',
  );
  const readValues = $client.prepare<[string], { attribute: string; value: string } & ValueRow>(
    'select attribute, value, source, set_at as setAt from contact_values where contact_id = ?',
  );
  const writeValue = $client.prepare(
    `insert into contact_values values (?, ?, ?, ?, ?) on conflict (contact_id, attribute)
     do update set value = excluded.value, source = excluded.source, set_at = excluded.set_at`,
  );
  const nextRevision = $client
    .prepare<[number], number>(
      'update head set revision = revision + 1, last_at = ? where id = 1 returning revision',
    )
    .pluck();
  const touch = $client.prepare('update contacts set revision = ? where id = ?');
  const addEntry = $client.prepare(
    "insert into journal values (?, ?, 'contact.attributesChanged', '{}', 'writeValues', ?, ?, null, null)",
  );
  const addPersonal = $client.prepare('insert into journal_personal values (?, ?, ?)');
  const dropMatches = $client.prepare('delete from matches where contact_id = ?');

  const change = $client.transaction(
    (externalId: string, as: AttributeValue['source'], given: Record<string, number>) => {
      const contact = readContact.get(DESK_NAMESPACE, externalId);
      if (!contact) throw new Error(`No contact ${externalId}`);
      const at = Date.now();
      for (const [attribute, value] of Object.entries(given)) {
        writeValue.run(contact.id, attribute, JSON.stringify(value), as, at);
      }
      const revision = nextRevision.get(at) ?? 0;
      touch.run(revision, contact.id);
      addEntry.run(revision, at, JSON.stringify({ attributes: Object.keys(given) }), contact.id);
      addPersonal.run(revision, contact.id, JSON.stringify(given));
      const rows = readValues
        .all(contact.id)
        .map(({ value, ...row }) => ({ ...row, value: JSON.parse(value) }));
      const values = new Map<string, AttributeValue>(rows.map((row) => [row.attribute, row]));
      const matching = tests.filter(({ holds }) => holds(values)).map(({ id }) => id);
      dropMatches.run(contact.id);
      for (const id of matching) addMatch.run(contact.id, id);
      setPriority.run(matching.filter((id) => highPriority.has(id)).length, contact.id);
      return { contactId: contact.id, externalId, values: rows };
    },
  );

  const readWindow = $client.prepare<[number], WindowRow>(`
    select v.id as conversationId, c.external_id as externalId, n.value as name, v.channel, v.status,
      v.priority, v.waiting_since as waitingSince, v.owner_id as owner, v.preview, c.revision,
      (select json_group_array(json_object('id', s.id, 'name', s.name, 'highPriority', h.segment_id is not null))
       from matches m join segments s on s.id = m.segment_id left join high h on h.segment_id = s.id
       where m.contact_id = v.contact_id) as segments
    from conversations v
    join contacts c on c.id = v.contact_id
    left join contact_values n on n.contact_id = v.contact_id and n.attribute = 'name'
    where v.status = 'new'
    order by v.priority desc, v.waiting_since, v.id limit ?`);
  const countNew = $client
    .prepare<[], number>("select count(*) from conversations where status = 'new'")
    .pluck();
  const windowOf = (limit: number) =>
    readWindow.all(limit).map((row) => ({ ...row, segments: JSON.parse(row.segments) }));

  const limits = new Set<number>();
  const app = new Hono();
  app.patch('/api/v1/contacts/:externalId/attributes', async (c) => {
    const { as, values } = await c.req.json();
    const contact = change.immediate(c.req.param('externalId'), as, values);
    const total = countNew.get() ?? 0;
    for (const limit of limits) {
      io.to(`${limit}`).emit('queue:window', { total, entries: windowOf(limit) });
    }
    return c.json(contact);
  });
  const httpServer = createServer(getRequestListener(app.fetch));
  const io = new Server(httpServer, { transports: ['websocket'], serveClient: false });
  io.on('connection', (socket) => {
    socket.on('queue:watch', ({ limit }, ack) => {
      limits.add(limit);
      void socket.join(`${limit}`);
      ack({ total: countNew.get() ?? 0, entries: windowOf(limit) });
    });
  });
  httpServer.listen(0, '127.0.0.1');
  await once(httpServer, 'listening');
  const address = httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
