import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { PAGE_SIZE } from '@/components/live/queue-pages';
import { createQueueStore } from '@/components/live/queue-store';
import type { DeskSocket } from '@/components/live/socket';
import type { QueueEntry } from '@/lib/desk/wire';
import type { QueueWatched, QueueWatchRequest } from '@/lib/realtime/protocol';
import { CHANGING_ROWS, changesTo, type PageChange, queueOf } from './list-changes';

/*
 * One page of the list benchmark: a list of so many rows, kept by our queue store or by setState
 * with a copied array. Both draw the same rows with the same virtual list, and hear the same
 * changes, each in a task of its own as a socket's messages come.
 */

const ROW_PX = 72;
const OVERSCAN_ROWS = 6;
const ROWS_IN_VIEW = 12;
/** A browser's timers are no finer; what came due meanwhile comes in tasks of its own. */
const PACE_MS = 4;

export type ListOptions = {
  way: 'store' | 'state' | 'still';
  rows: number;
  seed: number;
  perSecond: number;
};
/** Milliseconds between frames, the long tasks (over 50 ms) and their lengths, and changes heard. */
export type ListRun = { frames: number[]; longTasks: number[]; changes: number };

declare global {
  interface Window {
    frontrowList: {
      start: (options: ListOptions) => Promise<void>;
      run: (seconds: number) => Promise<ListRun>;
      /** The first rows as the list holds them: id and revision, top first. */
      shown: () => string[];
    };
  }
}

type Heard = (change: PageChange) => void;
type Listed = { total: number; at: (place: number) => QueueEntry | undefined };

const Row = memo(function Row({ entry }: { entry: QueueEntry }) {
  return (
    <div style={{ display: 'flex', height: ROW_PX, gap: 8, overflow: 'hidden' }}>
      <b>{entry.priority}</b>
      <span>
        <span style={{ display: 'block' }}>{entry.contact.name}</span>
        <span style={{ display: 'block' }}>{entry.preview}</span>
        <span style={{ display: 'flex', gap: 4 }}>
          {entry.segments.map(({ id, name, highPriority }) => (
            <i key={id} style={{ fontWeight: highPriority ? 600 : 400 }}>
              {name}
            </i>
          ))}
        </span>
      </span>
    </div>
  );
});

function List({ total, at }: Listed) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN_ROWS,
  });
  return (
    <div ref={scroller} style={{ height: ROWS_IN_VIEW * ROW_PX, width: 400, overflow: 'auto' }}>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const entry = at(index);
          return (
            <div
              key={entry?.conversationId ?? index}
              style={{
                position: 'absolute',
                insetInline: 0,
                height: ROW_PX,
                contain: 'strict',
                transform: `translateY(${start}px)`,
              }}
            >
              {entry && <Row entry={entry} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

let hear: Heard = () => undefined;
let listed: Listed = { total: 0, at: () => undefined };

function show(now: Listed) {
  listed = now;
  return <List {...now} />;
}

/** Our queue store on a desk of this page's own, which answers watches and tells of changes. */
function WithStore({ queue }: { queue: readonly QueueEntry[] }) {
  const [store] = useState(() => {
    const { socket, tell } = deskOf(queue);
    hear = tell;
    return createQueueStore({ filter: {}, order: 'priority' }, null, () => socket);
  });
  const { truth } = useSyncExternalStore(store.subscribe, store.snapshot);
  const { total } = truth;
  useEffect(() => {
    if (total > 0) store.look(0, ROWS_IN_VIEW - 1);
  }, [store, total]);
  return show({ total, at: (place) => truth.rows.get(place) });
}

/** The usual way: the whole list in one state, copied for every change. */
function WithState({ queue }: { queue: readonly QueueEntry[] }) {
  const [rows, setRows] = useState(queue);
  hear = ({ page, change }) => {
    setRows((now) => {
      const next = [...now];
      if (change.op === 'edited') {
        const place = next.findIndex(
          ({ conversationId }) => conversationId === change.entry.conversationId,
        );
        next[place] = change.entry;
      } else if (change.op === 'moved') {
        const place = next.findIndex(
          ({ conversationId }) => conversationId === change.conversationId,
        );
        next.splice(place, 1);
        next.splice(page * PAGE_SIZE + change.index, 0, change.entry);
      }
      return next;
    });
  };
  return show({ total: rows.length, at: (place) => rows[place] });
}

/** What neither way can save: the changes are heard, and the list stays as it was. */
function Still({ queue }: { queue: readonly QueueEntry[] }) {
  return show({ total: queue.length, at: (place) => queue[place] });
}

const LISTS = { store: WithStore, state: WithState, still: Still };

/** A socket with a desk behind it that knows one queue. */
function deskOf(queue: readonly QueueEntry[]): { socket: DeskSocket; tell: Heard } {
  const listeners = new Map<string, (message: unknown) => void>();
  const revisions = new Map<number, number>();
  function answer({ offset, limit }: QueueWatchRequest): QueueWatched {
    const page = offset / PAGE_SIZE;
    revisions.set(page, 1);
    const entries = queue.slice(offset, offset + limit);
    const rest = { total: queue.length, segmentCounts: {} };
    return { watchId: `page-${page}`, epoch: 'bench', revision: 1, entries, ...rest };
  }
  const emit = (
    name: string,
    request: QueueWatchRequest,
    ack?: (lost: null, answer: QueueWatched) => void,
  ) => {
    if (name === 'queue:watch') ack?.(null, answer(request));
  };
  const spoken = {
    connected: true,
    on: (name: string, listener: (message: unknown) => void) => listeners.set(name, listener),
    off: (name: string) => listeners.delete(name),
    timeout: () => ({ emit }),
    emit,
  };
  const tell: Heard = ({ page, change }) => {
    const from = revisions.get(page) ?? 1;
    const to = 'entry' in change ? change.entry.revision : from;
    revisions.set(page, to);
    const rest = { changes: [change], total: queue.length, segmentCounts: {} };
    listeners.get('queue:changed')?.({ watchId: `page-${page}`, from, to, ...rest });
  };
  return { socket: asSocket(spoken), tell };
}

/** The one cast: of a socket, the store uses no more than this. */
function asSocket(spoken: object): DeskSocket {
  return spoken as DeskSocket;
}

/** Tells when a change is due, each in a task of its own; the changes are made here, in advance. */
const PACER = `
  let timer;
  onmessage = ({ data: { perSecond, count } }) => {
    const start = performance.now();
    let told = 0;
    timer = setInterval(() => {
      const due = Math.min(count, Math.floor(((performance.now() - start) / 1000) * perSecond));
      while (told < due) { told += 1; postMessage(told); }
      if (told === count) clearInterval(timer);
    }, ${PACE_MS});
  };`;

let settings: ListOptions | null = null;
let changes: Iterator<PageChange> | null = null;

window.frontrowList = {
  async start(options) {
    settings = options;
    const queue = queueOf(options.rows, options.seed);
    changes = changesTo(queue, options.seed);
    const root = createRoot(document.getElementById('list') ?? document.body);
    const Listing = LISTS[options.way];
    root.render(<Listing queue={queue} />);
    while (listed.at(CHANGING_ROWS - 1) === undefined) await new Promise(requestAnimationFrame);
  },
  async run(seconds) {
    if (!settings || !changes) throw new Error('It has not started.');
    const { perSecond } = settings;
    const source = changes;
    const count = Math.round(seconds * perSecond);
    const coming = Array.from({ length: count }, () => source.next().value);
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    });
    observer.observe({ type: 'longtask' });
    const frames: number[] = [];
    let running = true;
    let last = performance.now();
    const frame = (now: number) => {
      frames.push(now - last);
      last = now;
      if (running) requestAnimationFrame(frame);
    };
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(frame);
    });
    const pacer = new Worker(URL.createObjectURL(new Blob([PACER])));
    await new Promise<void>((resolve) => {
      pacer.onmessage = ({ data }: MessageEvent<number>) => {
        const change = coming[data - 1];
        if (change) hear(change);
        if (data === count) resolve();
      };
      pacer.postMessage({ perSecond, count });
    });
    pacer.terminate();
    await new Promise(requestAnimationFrame);
    running = false;
    await new Promise(requestAnimationFrame);
    observer.disconnect();
    return { frames, longTasks, changes: count };
  },
  shown() {
    return Array.from({ length: CHANGING_ROWS }, (_, place) => {
      const entry = listed.at(place);
      return `${entry?.conversationId} ${entry?.revision}`;
    });
  },
};
