import { once } from 'node:events';
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { Visitor } from '../channels/visitor';
import { startDesk } from '../running-desk';
import { type Benchmark, numberOption, type Report } from './benchmark';
import { spreadOf } from './spread';

/** How many visitors connect and write at once, so that none waits for a handshake too long. */
const AT_ONCE = 50;

type Way = { name: string; move: (visitor: number, page: string) => Promise<void> };

/**
 * Visitors of a site walk from page to page, all at once: how long each waits until the page is on
 * the disk and the queue is ranked by it. Beside the same through the API, and beside a bare socket
 * that keeps nothing.
 */
async function visit(options: ReadonlyMap<string, string>): Promise<Report> {
  const count = numberOption(options, 'visitors', 500);
  const rounds = numberOption(options, 'rounds', 20);
  const desk = await startDesk();
  const bare = await bareEcho(count);
  const visitors: Visitor[] = [];
  try {
    await desk.call('POST', '/channels', { key: 'website', label: 'Website', kind: 'messenger' });
    await inParts(count, async (number) => {
      const visitor = new Visitor(desk);
      visitors[number] = visitor;
      await visitor.begin({ page: { url: 'https://shop.example/', referrer: '' } });
      const { error } = await visitor.write(`I am ${number}`);
      if (error) throw new Error(error.message);
    });
    await inParts(count, async (number) => {
      await desk.call('PUT', `/contacts/api-${number}`, { values: { name: `Api ${number}` } });
    });
    const ways: Way[] = [
      {
        name: 'the messenger: kept, folded, ranked anew',
        move: async (number, url) => {
          await visitors[number]?.ask('visitor:at', { url, referrer: '' });
        },
      },
      {
        name: 'the API: PATCH of the contact, over HTTP',
        move: async (number, url) => {
          const body = { as: 'channel', values: { page_url: url } };
          await desk.call('PATCH', `/contacts/api-${number}/attributes`, body);
        },
      },
      { name: 'a bare socket, that keeps nothing', move: (number, url) => bare.echo(number, url) },
    ];
    const waits = ways.map((): number[] => []);
    const bursts = ways.map((): number[] => []);
    // The first round warms up, and does not count.
    for (let round = 0; round <= rounds; round += 1) {
      for (const [turn] of ways.entries()) {
        const place = (turn + round) % ways.length;
        const from = performance.now();
        await Promise.all(
          visitors.map(async (_, number) => {
            await ways[place]?.move(number, `https://shop.example/${round}/${number}`);
            if (round > 0) waits[place]?.push(performance.now() - from);
          }),
        );
        if (round > 0) bursts[place]?.push(performance.now() - from);
      }
    }
    const first = spreadOf(bursts[0] ?? []).median;
    return {
      title: `${count.toLocaleString('en')} visitors of a site go to another page at once; ms, ${rounds} rounds`,
      columns: ['', 'one waits, median', 'p99', 'all, median', 'a second', 'the messenger takes'],
      rows: ways.map(({ name }, place) => {
        const { median, p99 } = spreadOf(waits[place] ?? []);
        const all = spreadOf(bursts[place] ?? []).median;
        const ratio = place === 0 ? '' : `${(first / all).toPrecision(2)} × this`;
        const aSecond = Math.round((count / all) * 1_000).toLocaleString('en');
        return [name, median.toFixed(1), p99.toFixed(1), all.toFixed(1), aSecond, ratio];
      }),
      notes: [
        'All visitors, their sockets and the desk are in one process on one machine: most of what a bare socket takes is both ends of it. Each move is durable when it is answered (synchronous=FULL); those that wait together share a transaction.',
      ],
    };
  } finally {
    for (const visitor of visitors) visitor.close();
    await bare.close();
    await desk.close();
  }
}

async function inParts(count: number, work: (number: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const part = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) =>
      work(from + at),
    );
    await Promise.all(part);
  }
}

/** As many sockets that are answered at once. */
async function bareEcho(count: number) {
  const httpServer = createServer();
  const server = new Server(httpServer, { transports: ['websocket'], serveClient: false });
  server.on('connection', (socket) => {
    socket.on('at', (_page: unknown, answer: () => void) => answer());
  });
  httpServer.listen(0, '127.0.0.1');
  await once(httpServer, 'listening');
  const address = httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const sockets: Socket[] = [];
  await inParts(count, async (number) => {
    const options = { transports: ['websocket'], forceNew: true };
    const socket = io(`http://127.0.0.1:${address.port}`, options);
    sockets[number] = socket;
    await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  });
  return {
    async echo(number: number, url: string): Promise<void> {
      await sockets[number]?.emitWithAck('at', { url, referrer: '' });
    },
    async close(): Promise<void> {
      for (const socket of sockets) socket.close();
      await server.close();
    },
  };
}

export const visitBenchmark: Benchmark = {
  name: 'visit',
  about: 'visitors of a site who walk from page to page, beside the API and a bare socket',
  run: visit,
};
