import type { QueueEntry } from '@/lib/desk/wire';
import { applyChanges } from '@/lib/ranking/changes';
import type { QueueChanged, QueueWatched } from '@/lib/realtime/protocol';
import { LeanSocket, saidIn } from './fan-out-socket';
import { WATCHED } from './fan-out-ticks';

/*
 * The sockets of the fan-out benchmark, in a process of their own: all watch one window. Told how
 * many messages to expect, it answers when that many have come; the first socket folds what it hears.
 */

/** What this process is told. */
export type ToClients = { expect: number } | { show: true };
/** What it tells. */
export type FromClients = { is: 'ready' } | { is: 'heard' } | { is: 'shown'; rows: string[] };

const AT_ONCE = 50;

const [port = 0, sockets = 0] = process.argv.slice(2).map(Number);
const token = process.argv[4] ?? '';
let heard = 0;
let expected = Number.POSITIVE_INFINITY;
let entries: readonly QueueEntry[] = [];

const tell = (message: FromClients) => process.send?.(message);

function look(): void {
  if (heard < expected) return;
  expected = Number.POSITIVE_INFINITY;
  tell({ is: 'heard' });
}

function onCounted(): void {
  heard += 1;
  look();
}

function onFolded(packet: Buffer): void {
  entries = applyChanges(entries, saidIn<QueueChanged>(packet).changes);
  onCounted();
}

process.on('message', (message: ToClients) => {
  if ('expect' in message) {
    expected = message.expect;
    look();
  } else {
    tell({ is: 'shown', rows: entries.map((entry) => JSON.stringify(entry)) });
  }
});

const first = await LeanSocket.open(port, token, onFolded);
const watched = await first.ask<QueueWatched>('queue:watch', WATCHED);
entries = watched.entries;
for (let count = 1; count < sockets; count += AT_ONCE) {
  const some = Array.from({ length: Math.min(AT_ONCE, sockets - count) }, async () => {
    const socket = await LeanSocket.open(port, token, onCounted);
    await socket.ask('queue:watch', WATCHED);
  });
  await Promise.all(some);
}
// A newcomer's join may tell the others where the view stands; they have changed nothing.
heard = 0;
tell({ is: 'ready' });
