import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { Callers } from '@/lib/auth/callers';
import { openCredentials } from '@/lib/auth/credentials';
import { createToken } from '@/lib/commands/tokens/create-token';
import { SYSTEM } from '@/lib/desk/context';
import { attachRealtime } from '@/lib/realtime/attach-realtime';
import type { FromClients, ToClients } from './fan-out-clients';
import { openTicks } from './fan-out-ticks';

/*
 * One server of the fan-out benchmark, with its sockets in a child process: does so many ticks when
 * it is told to, each after all have heard the one before, and says what processor time that took.
 */

/** Which server this is, in the order of the benchmark's table. */
export const WAYS = ['desk', 'tick', 'change'] as const;
export type Way = (typeof WAYS)[number];

/** What this process is told. */
export type ToServer = { ticks: number } | { show: true };
/** What it tells: milliseconds of processor time, user and system, of all its threads. */
export type FromServer =
  | { is: 'ready' }
  | { is: 'done'; cpuMs: number; messages: number }
  | { is: 'shown'; rows: string[] };

const PING_MS = 5_000;

const [way = '', path = '', sockets = '', seed = '', count = ''] = process.argv.slice(2);
const ticks = await openTicks(path, Number(seed));
const httpServer = createServer();
httpServer.listen(0, '127.0.0.1');
await once(httpServer, 'listening');
const address = httpServer.address();
if (address === null || typeof address === 'string') throw new Error('The server has no port');

const { token, tick } = way === 'desk' ? await serveDesk() : await serveBare();
const clients = fork('tests/bench/fan-out-clients.ts', [String(address.port), sockets, token], {
  execArgv: ['--import', 'tsx'],
});
/** Messages that the sockets have been sent, all in all. */
let sent = 0;
const tell = (message: FromServer) => process.send?.(message);
await answerOf('ready');
process.on('message', (message: ToServer) => void answer(message));
process.on('disconnect', () => process.exit(0));
tell({ is: 'ready' });

async function answer(message: ToServer): Promise<void> {
  if ('show' in message) {
    clients.send({ show: true } satisfies ToClients);
    const { rows } = await answerOf('shown');
    return void tell({ is: 'shown', rows });
  }
  let messages = 0;
  const before = process.cpuUsage();
  for (let turn = 0; turn < message.ticks; turn += 1) {
    const told = await tick();
    messages += told;
    sent += told * Number(sockets);
    clients.send({ expect: sent } satisfies ToClients);
    await answerOf('heard');
  }
  const { user, system } = process.cpuUsage(before);
  tell({ is: 'done', cpuMs: (user + system) / 1_000, messages });
}

function answerOf<K extends FromClients['is']>(is: K): Promise<Extract<FromClients, { is: K }>> {
  return new Promise((resolve) => {
    clients.once('message', (message: FromClients) => {
      if (isKind(message, is)) resolve(message);
      else throw new Error(`The clients said ${message.is} instead of ${is}`);
    });
  });
}

function isKind<K extends FromClients['is']>(
  message: FromClients,
  is: K,
): message is Extract<FromClients, { is: K }> {
  return message.is === is;
}

/** The desk's own realtime: folds a tick's changes, and tells all of them in one message. */
async function serveDesk(): Promise<{ token: string; tick: () => Promise<number> }> {
  const { desk } = ticks;
  const ctx = { desk, caller: SYSTEM };
  const { secret } = await createToken({ ctx, input: { name: 'a watcher', scope: 'read' } });
  ticks.start();
  const credentials = await openCredentials({
    path: `${path}.credentials`,
    secret: 'a secret of at least thirty-two characters',
    publicUrl: 'http://127.0.0.1',
    allowsOrigin: () => true,
    limitSignIns: false,
  });
  attachRealtime({
    httpServer,
    desk,
    credentials,
    callers: new Callers(desk, credentials),
    allowsOrigin: () => true,
    onError: (error) => {
      throw error;
    },
  });
  const tick = async () => {
    await ticks.next();
    return 1;
  };
  return { token: secret, tick };
}

/** Bare Socket.IO with one room, and messages that are ready before. */
async function serveBare(): Promise<{ token: string; tick: () => Promise<number> }> {
  // The desk's server makes a token first: with the same revisions all messages are the same.
  const ctx = { desk: ticks.desk, caller: SYSTEM };
  await createToken({ ctx, input: { name: 'a watcher', scope: 'read' } });
  ticks.start();
  const each = way === 'tick' ? 'tick' : 'change';
  const { watched, ticks: made } = await ticks.told(Number(count), each);
  await ticks.desk.close();
  const io = new Server(httpServer, {
    transports: ['websocket'],
    serveClient: false,
    pingInterval: PING_MS,
    pingTimeout: PING_MS,
  });
  io.on('connection', (socket) => {
    socket.on('queue:watch', (_, ack) => {
      void socket.join('window');
      ack(watched);
    });
  });
  let next = 0;
  const tick = async () => {
    const messages = made[next] ?? [];
    next += 1;
    for (const message of messages) io.to('window').emit('queue:changed', message);
    return messages.length;
  };
  return { token: '', tick };
}
