import { Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { QueueEntry } from '@/lib/desk/wire';
import { applyChanges } from '@/lib/ranking/changes';
import type { QueueChanged } from '@/lib/realtime/protocol';
import { LeanSocket, saidIn } from './fan-out-socket';

/** So many followers, and a contact's conversation is the first of the queue. */
export const TOP_FOLLOWERS = 1_000_000;
const FEW_FOLLOWERS = 1;
const VIEWS = 20;
const CHECKED = 10;

export type Target = { externalId: string; conversationId: string };
/** What the desk tells when a conversation comes to the top, and when it goes. */
export type Sample = { entered: QueueChanged; left: QueueChanged };
export type LoadOptions = {
  port: number;
  token: string;
  sockets: number;
  /** Views differ in their windows; the least holds all that are on top at once. */
  leastWindow: number;
  targets: Target[];
};
/** So many at once, each after its last was heard and so long a rest, for so long. */
export type Pace = { waiting: number; restMs: number; seconds: number };
/** Milliseconds from each request to the message at the last socket, and how long all took. */
export type Run = { latencies: number[]; seconds: number };

type Event = { conversationId: string; shown: boolean };
type Row = Pick<QueueEntry, 'conversationId' | 'priority' | 'segments'>;
type Said = Partial<Pick<QueueChanged, 'changes'>> & { entries?: Row[] };

/** Sockets that watch views of one queue, and callers that change facts and wait for all sockets. */
export class Load {
  private agent = new Agent({ keepAlive: true });
  private readonly views = Array.from({ length: VIEWS }, (_, place) => new View(place));
  private readonly waiting = new Map<string, { left: number; done: (at: number) => void }>();
  private readonly sockets: LeanSocket[] = [];
  private next = 0;

  private constructor(private readonly options: LoadOptions) {}

  static async open(options: LoadOptions): Promise<Load> {
    const load = new Load(options);
    for (let place = 0; place < options.sockets; place += 1) await load.watch(place % VIEWS);
    for (const view of load.views) view.begin();
    return load;
  }

  /** Brings some to the top and back again: what is shown meanwhile, and what is told of one. */
  async check(): Promise<{ rows: string[]; sample: Sample | null }> {
    const { targets } = this.options;
    const [view] = this.views;
    const told: QueueChanged[] = [];
    const first = targets[CHECKED];
    if (!first || !view) throw new Error('There are too few conversations.');
    view.onChanged = (message) => told.push(message);
    for (const shown of [true, false]) await this.change(first, shown);
    view.onChanged = null;
    for (const target of targets.slice(0, CHECKED)) await this.change(target, true);
    const rows = view.rows();
    for (const target of targets.slice(0, CHECKED)) await this.change(target, false);
    const [entered, left] = told;
    return { rows, sample: entered && left ? { entered, left } : null };
  }

  /** Changes facts at the pace given; conversations come and go by turns. */
  async run({ waiting, restMs, seconds }: Pace): Promise<Run> {
    // While the others ran, the server may have hung up connections that were kept.
    this.agent.destroy();
    this.agent = new Agent({ keepAlive: true });
    const latencies: number[] = [];
    const start = performance.now();
    const end = start + seconds * 1_000;
    const one = async () => {
      while (performance.now() < end) {
        const target = this.options.targets[this.next % this.options.targets.length];
        this.next += 1;
        if (!target) return;
        for (const shown of [true, false]) {
          if (restMs > 0) await setTimeout(restMs);
          latencies.push(await this.change(target, shown));
        }
      }
    };
    await Promise.all(Array.from({ length: waiting }, one));
    return { latencies, seconds: (performance.now() - start) / 1_000 };
  }

  /** Hangs up; call it before the server ends. */
  close(): void {
    for (const socket of this.sockets) socket.close();
    this.agent.destroy();
  }

  /** Milliseconds until the last socket has heard of it. */
  private async change(target: Target, shown: boolean): Promise<number> {
    const { conversationId, externalId } = target;
    const heard = new Promise<number>((done) => {
      this.waiting.set(keyOf({ conversationId, shown }), { left: this.options.sockets, done });
    });
    const start = performance.now();
    await this.patch(externalId, shown ? TOP_FOLLOWERS : FEW_FOLLOWERS);
    return (await heard) - start;
  }

  private async watch(place: number): Promise<void> {
    const { port, token, leastWindow } = this.options;
    const view = this.views[place];
    if (!view) return;
    const seat = { heard: 0 };
    const socket = await LeanSocket.open(port, token, (packet) => {
      for (const event of view.hear(seat, packet)) this.note(event);
    });
    this.sockets.push(socket);
    const limit = leastWindow + place;
    const asked = { filter: {}, order: 'priority', offset: 0, limit };
    view.add(seat, await socket.ask<{ entries: QueueEntry[] }>('queue:watch', asked));
  }

  private note(event: Event): void {
    const waiting = this.waiting.get(keyOf(event));
    if (!waiting) return;
    waiting.left -= 1;
    if (waiting.left > 0) return;
    this.waiting.delete(keyOf(event));
    waiting.done(performance.now());
  }

  private patch(externalId: string, followers: number): Promise<void> {
    const { port, token } = this.options;
    const body = JSON.stringify({ as: 'channel', values: { twitter_followers: followers } });
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: this.agent,
          host: '127.0.0.1',
          port,
          method: 'PATCH',
          path: `/api/v1/contacts/${externalId}/attributes`,
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          },
        },
        (answer) => {
          answer.resume();
          answer.on('end', () => {
            if (answer.statusCode === 200) resolve();
            else reject(new Error(`A change was answered ${answer.statusCode}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

type Seat = { heard: number };

/** One view, watched by some sockets that all hear the same: each message is read once for all. */
class View {
  onChanged: ((message: QueueChanged) => void) | null = null;
  private readonly seats = new Set<Seat>();
  private entries: readonly QueueEntry[] = [];
  /** The last whole window, from a server that sends those. */
  private window: readonly Row[] | null = null;
  private shown = new Set<string>();
  private readonly messages = new Map<number, { events: Event[]; left: number }>();

  constructor(private readonly place: number) {}

  add(seat: Seat, { entries }: { entries: QueueEntry[] }): void {
    this.seats.add(seat);
    this.entries = entries;
    this.shown = new Set(entries.map(({ conversationId }) => conversationId));
  }

  /** All are here: from now on all hear the same. */
  begin(): void {
    this.messages.clear();
    for (const seat of this.seats) seat.heard = 0;
  }

  hear(seat: Seat, packet: Buffer): readonly Event[] {
    const number = seat.heard;
    seat.heard += 1;
    const known = this.messages.get(number);
    const message = known ?? { events: this.read(packet), left: this.seats.size };
    message.left -= 1;
    if (message.left <= 0) this.messages.delete(number);
    else if (!known) this.messages.set(number, message);
    return message.events;
  }

  rows(): string[] {
    const rows: readonly Row[] = this.window ?? this.entries;
    return rows.map(({ conversationId, priority, segments }) =>
      JSON.stringify([conversationId, priority, segments.map(({ id }) => id).sort()]),
    );
  }

  private read(packet: Buffer): Event[] {
    const said = saidIn<Said>(packet);
    if (said.entries) return this.readWindow(said.entries);
    const message = saidIn<QueueChanged>(packet);
    this.onChanged?.(message);
    // Only the first keeps its list: it is what is compared.
    if (this.place === 0 && this.entries.length > 0) {
      this.entries = applyChanges(this.entries, message.changes);
    }
    return message.changes.flatMap((change): Event[] => {
      if (change.op === 'left') return [{ conversationId: change.conversationId, shown: false }];
      if (change.op !== 'entered') return [];
      return [{ conversationId: change.entry.conversationId, shown: true }];
    });
  }

  private readWindow(rows: readonly Row[]): Event[] {
    const before = this.shown;
    this.window = rows;
    this.shown = new Set(rows.map(({ conversationId }) => conversationId));
    const came = [...this.shown].filter((id) => !before.has(id));
    const gone = [...before].filter((id) => !this.shown.has(id));
    return [
      ...came.map((conversationId) => ({ conversationId, shown: true })),
      ...gone.map((conversationId) => ({ conversationId, shown: false })),
    ];
  }
}

function keyOf({ conversationId, shown }: Event): string {
  return `${conversationId} ${shown}`;
}
