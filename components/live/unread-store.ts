import type { UnreadWire } from '@/lib/desk/wire';
import type { UnreadChanged, UnreadWatched } from '@/lib/realtime/protocol';
import { ACK_TIMEOUT_MS, type DeskSocket } from './socket';
import { ToldByKey } from './told-by-key';
import { watchAgain } from './watch-again';

const NONE: readonly UnreadWire[] = [];

export type UnreadStore = {
  /** Told when what is unread in one conversation changes; with null, in any. */
  subscribe: (conversationId: string | null, listener: () => void) => () => void;
  /** What is unread there; the same until it changes, and null for nothing. */
  unreadIn: (conversationId: string) => UnreadWire | null;
  /** All that is unread; the same list until it changes. */
  all: () => readonly UnreadWire[];
  /** Whether it has been told what is unread at all. */
  isKnown: () => boolean;
  /** Calls with every change that the desk tells, after it is held. */
  onTold: (listener: (message: UnreadChanged) => void) => () => void;
};

/** What this person has not looked at, live from the first listener on; as it was while the line is down. */
export function createUnreadStore(openSocket: () => DeskSocket): UnreadStore {
  const held = new Map<string, UnreadWire>();
  const listeners = new ToldByKey<string | null>();
  const tellers = new Set<(message: UnreadChanged) => void>();
  let all = NONE;
  let known = false;
  let started = false;

  function hold(unread: UnreadWire) {
    const { conversationId, messages, mentioned, assigned } = unread;
    const isNothing = messages === 0 && !mentioned && !assigned;
    if (isNothing && !held.has(conversationId)) return;
    if (isNothing) held.delete(conversationId);
    else held.set(conversationId, unread);
    all = [...held.values()];
    listeners.tell(conversationId);
    listeners.tell(null);
  }

  function holdOnly(unread: readonly UnreadWire[]) {
    const here = new Set(unread.map(({ conversationId }) => conversationId));
    for (const one of all.filter(({ conversationId }) => !here.has(conversationId)))
      hold({ ...one, messages: 0, mentioned: false, assigned: false });
    for (const one of unread) hold(one);
    if (known) return;
    known = true;
    listeners.tellAll();
  }

  function start() {
    started = true;
    const socket = openSocket();
    socket.on('unread:changed', (message) => {
      const { why: _why, name: _name, by: _by, text: _text, ...unread } = message;
      hold(unread);
      for (const tell of [...tellers]) tell(message);
    });
    watchAgain<UnreadWatched>(
      socket,
      (answered) => socket.timeout(ACK_TIMEOUT_MS).emit('unread:watch', {}, answered),
      ({ unread }) => holdOnly(unread),
    );
  }

  return {
    subscribe(conversationId, listener) {
      if (!started) start();
      return listeners.subscribe(conversationId, listener);
    },
    unreadIn: (conversationId) => held.get(conversationId) ?? null,
    all: () => all,
    isKnown: () => known,
    onTold(listener) {
      if (!started) start();
      tellers.add(listener);
      return () => {
        tellers.delete(listener);
      };
    },
  };
}
