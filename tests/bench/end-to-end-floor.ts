import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { Server } from 'socket.io';
import { openDatabase } from '@/db/sqlite/open-database';
import type { AttributeValue } from '@/lib/attributes/attribute';
import { DESK_NAMESPACE } from '@/lib/desk/facts';
import type { QueueChanged } from '@/lib/realtime/protocol';
import { type Sample, TOP_FOLLOWERS } from './end-to-end-load';

type Asked = {
  externalId: string;
  as: AttributeValue['source'];
  values: Record<string, number>;
};
type Kept = { contactId: string; conversationId: string; externalId: string };

/**
 * The least there is to do: bare Hono, the same rows by statements prepared by hand, what waits
 * together in one transaction and one message, and a bare emit of the bytes that the desk sent for
 * such a change. It matches nothing and ranks nothing. Gives its port.
 */
export async function serveFloor(path: string, sample: Sample): Promise<number> {
  const { $client } = openDatabase(path);
  const readContact = $client.prepare<[string, string], Omit<Kept, 'externalId'>>(
    `select c.id as contactId, v.id as conversationId from contacts c
     join conversations v on v.contact_id = c.id where c.namespace = ? and c.external_id = ?`,
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

  function keep({ externalId, as, values }: Asked): Kept {
    const contact = readContact.get(DESK_NAMESPACE, externalId);
    if (!contact) throw new Error(`No contact ${externalId}`);
    const at = Date.now();
    for (const [attribute, value] of Object.entries(values)) {
      writeValue.run(contact.contactId, attribute, JSON.stringify(value), as, at);
    }
    const revision = nextRevision.get(at) ?? 0;
    const body = JSON.stringify({ attributes: Object.keys(values) });
    touch.run(revision, contact.contactId);
    addEntry.run(revision, at, body, contact.contactId);
    addPersonal.run(revision, contact.contactId, JSON.stringify(values));
    return { ...contact, externalId };
  }
  const keepAll = $client.transaction((all: readonly Asked[]) => all.map(keep));

  let waiting: { asked: Asked; answer: (kept: Kept) => void }[] = [];
  function work(): void {
    const now = waiting;
    waiting = [];
    const kept = keepAll.immediate(now.map(({ asked }) => asked));
    const changes = now.flatMap(({ asked }, place) => {
      const enters = (asked.values.twitter_followers ?? 0) >= TOP_FOLLOWERS;
      const id = kept[place]?.conversationId ?? '';
      return enters ? changesOf(sample.entered, 'entered', id) : changesOf(sample.left, 'left', id);
    });
    const message = { ...sample.entered, changes };
    for (const limit of limits) io.to(`${limit}`).emit('queue:changed', message);
    for (const [place, { answer }] of now.entries()) {
      const one = kept[place];
      if (one) answer(one);
    }
  }

  const limits = new Set<number>();
  const app = new Hono();
  app.patch('/api/v1/contacts/:externalId/attributes', async (c) => {
    const body = await c.req.json();
    const asked: Asked = { externalId: c.req.param('externalId'), ...body };
    const kept = await new Promise<Kept>((answer) => {
      if (waiting.length === 0) setImmediate(work);
      waiting.push({ asked, answer });
    });
    return c.json({ ...kept, values: asked.values });
  });
  const httpServer = createServer(getRequestListener(app.fetch));
  const io = new Server(httpServer, { transports: ['websocket'], serveClient: false });
  io.on('connection', (socket) => {
    socket.on('queue:watch', ({ limit }, ack) => {
      limits.add(limit);
      void socket.join(`${limit}`);
      ack({ entries: [] });
    });
  });
  httpServer.listen(0, '127.0.0.1');
  await once(httpServer, 'listening');
  const address = httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

/** The sample's changes, with this conversation as the one that enters or leaves. */
function changesOf(
  { changes }: QueueChanged,
  op: 'entered' | 'left',
  conversationId: string,
): QueueChanged['changes'] {
  return changes.map((change) => {
    if (change.op !== op) return change;
    if (change.op === 'left') return { ...change, conversationId };
    return 'entry' in change ? { ...change, entry: { ...change.entry, conversationId } } : change;
  });
}
