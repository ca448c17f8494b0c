import type { QueueEntry } from '@/lib/desk/wire';
import type { QueueFilter, QueueOrder } from '@/lib/ranking/filter';
import type { QueueChanged, QueueEnded, WireError } from '@/lib/realtime/protocol';
import {
  joinPages,
  NO_PAGES,
  PAGE_SIZE,
  pageOf,
  pagesInView,
  type QueuePages,
  type QueueTruth,
  withChanges,
  withoutPages,
  withWindow,
} from './queue-pages';
import { ACK_TIMEOUT_MS, type DeskSocket } from './socket';

/** Of the 40 watches a socket may hold; see docs/decisions/0017. */
const MOST_PAGES = 6;
const ASK_AGAIN_MS = 500;

/** Which queue: a filter, where the owner may be `mine`, and an order. */
export type QueueView = { filter: QueueFilter; order: QueueOrder };

/** The first window as the server rendered it. */
export type FirstWindow = {
  epoch: string;
  revision: number;
  total: number;
  entries: readonly QueueEntry[];
  segmentCounts: Record<string, number>;
};

export type QueueSnapshot = {
  truth: QueueTruth;
  segmentCounts: Readonly<Record<string, number>>;
  /** Whether the desk has told anything of this view yet. */
  known: boolean;
  /** Why the desk does not tell, if it refused. */
  refusal: WireError | null;
};

export type QueueStore = {
  /** Keeps the view live from the first listener on; told once an animation frame. */
  subscribe: (listener: () => void) => () => void;
  snapshot: () => QueueSnapshot;
  /** Takes the server's first window where nothing is known yet. */
  offer: (first: FirstWindow) => void;
  /** Says which places are on screen, so that their pages and the next ones are watched. */
  look: (first: number, last: number) => void;
  /** Asks again after a refusal. */
  retry: () => void;
  /** Lets go of all but the first page, which stays live for a quick return. */
  rest: () => void;
  /** Whether an answer is still to come: the desk may watch a page that cannot be let go of yet. */
  awaits: () => boolean;
  /** Lets go of everything; not while it awaits an answer. */
  close: () => void;
};

function firstPages(first: FirstWindow | null): QueuePages {
  if (!first) return NO_PAGES;
  const page = { watchId: '', revision: first.revision, entries: first.entries };
  const { epoch, total, segmentCounts } = first;
  return { epoch, pages: new Map([[0, page]]), total, segmentCounts };
}

function shotOf(state: QueuePages, refusal: WireError | null): QueueSnapshot {
  const { epoch, segmentCounts } = state;
  return { truth: joinPages(state), segmentCounts, known: epoch !== null, refusal };
}

/** What a screen shows of the server's first window, before it is live. */
export function firstSnapshot(first: FirstWindow | null): QueueSnapshot {
  return shotOf(firstPages(first), null);
}

/** One view, live: pages that are asked for once, folded message by message, and asked again when in doubt. */
export function createQueueStore(
  view: QueueView,
  first: FirstWindow | null,
  openSocket: () => DeskSocket,
  /** Listeners are told once in a frame, however much changes within it. */
  nextFrame: (tell: () => void) => void = (tell) => requestAnimationFrame(tell),
  /** Rows of the first page, the only one that is watched unless it is whole. */
  limit = PAGE_SIZE,
): QueueStore {
  const listeners = new Set<() => void>();
  let socket: DeskSocket | null = null;
  let state = firstPages(first);
  let refusal: WireError | null = null;
  let shown = shotOf(state, refusal);
  let wanted: readonly number[] = [0];
  /** Pages that the desk tells of on this connection, and pages it has been asked for. */
  const live = new Set<number>();
  const asked = new Set<number>();
  /** Answers to questions of an earlier connection are void. */
  let connection = 0;
  let framed = false;

  function changed() {
    if (framed) return;
    framed = true;
    nextFrame(() => {
      framed = false;
      shown = shotOf(state, refusal);
      for (const listener of [...listeners]) listener();
    });
  }

  function ask(page: number) {
    if (!socket?.connected || asked.has(page)) return;
    const ours = connection;
    asked.add(page);
    const { filter, order } = view;
    const request = { filter, order, offset: page * PAGE_SIZE, limit };
    socket.timeout(ACK_TIMEOUT_MS).emit('queue:watch', request, (lost, answer) => {
      if (ours !== connection) return;
      asked.delete(page);
      if (lost) {
        setTimeout(settle, ASK_AGAIN_MS);
      } else if ('error' in answer) {
        refusal = answer.error;
        changed();
      } else if (!wanted.includes(page)) {
        socket?.emit('queue:unwatch', { watchId: answer.watchId });
      } else {
        refusal = null;
        state = withWindow(state, page, answer);
        for (const held of [...live]) if (!state.pages.has(held)) live.delete(held);
        live.add(page);
        changed();
        settle();
      }
    });
  }

  /** Watches what is wanted and no more. */
  function settle() {
    if (!socket) return;
    const gone = [...state.pages.keys()].filter((page) => !wanted.includes(page));
    for (const page of gone) {
      const held = state.pages.get(page);
      if (live.delete(page) && held) socket.emit('queue:unwatch', { watchId: held.watchId });
    }
    if (gone.length > 0) {
      state = withoutPages(state, gone);
      changed();
    }
    if (refusal) return;
    for (const page of wanted) if (!live.has(page)) ask(page);
  }

  function onConnect() {
    connection += 1;
    live.clear();
    asked.clear();
    refusal = null;
    settle();
  }

  function onChanged(message: QueueChanged) {
    const page = pageOf(state, message.watchId);
    if (page === null || !live.has(page)) return;
    const next = withChanges(state, page, message);
    if (next) {
      state = next;
      changed();
    } else {
      live.delete(page);
      ask(page);
    }
  }

  function onEnded(message: QueueEnded) {
    if (pageOf(state, message.watchId) === null) return;
    refusal = message.error;
    live.clear();
    changed();
  }

  function open() {
    socket = openSocket();
    socket.on('connect', onConnect);
    socket.on('queue:changed', onChanged);
    socket.on('queue:ended', onEnded);
    if (socket.connected) onConnect();
  }

  return {
    subscribe(listener) {
      if (!socket) open();
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    snapshot: () => shown,
    offer(window) {
      if (state.epoch !== null) return;
      state = firstPages(window);
      shown = shotOf(state, refusal);
      changed();
    },
    look(from, to) {
      wanted = pagesInView(from, to, state.total, MOST_PAGES);
      settle();
    },
    retry() {
      refusal = null;
      changed();
      settle();
    },
    rest() {
      wanted = [0];
      settle();
    },
    awaits: () => socket?.connected === true && asked.size > 0,
    close() {
      wanted = [];
      settle();
      wanted = [0];
      socket?.off('connect', onConnect);
      socket?.off('queue:changed', onChanged);
      socket?.off('queue:ended', onEnded);
      socket = null;
    },
  };
}
