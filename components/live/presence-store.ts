import type { PersonPresent, PresenceChanged } from '@/lib/realtime/protocol';
import { ACK_TIMEOUT_MS, type DeskSocket } from './socket';

const NOBODY: readonly PersonPresent[] = [];

export type PresenceStore = {
  /** Told when the people at one conversation change, and of no other. */
  subscribe: (conversationId: string, listener: () => void) => () => void;
  /** The people at the conversation, oneself too; the same list until it changes. */
  peopleAt: (conversationId: string) => readonly PersonPresent[];
};

/** Who is at which conversation, live from the first listener on; nobody while the line is down. */
export function createPresenceStore(openSocket: () => DeskSocket): PresenceStore {
  const held = new Map<string, readonly PersonPresent[]>();
  const listeners = new Map<string, Set<() => void>>();
  let started = false;
  /** Tells the answer to the last watch from those to earlier ones. */
  let watch = 0;

  function hold({ conversationId, people }: PresenceChanged) {
    if (people.length === 0 && !held.has(conversationId)) return;
    if (people.length > 0) held.set(conversationId, people);
    else held.delete(conversationId);
    for (const listener of [...(listeners.get(conversationId) ?? [])]) listener();
  }

  function holdOnly(conversations: readonly PresenceChanged[]) {
    const here = new Set(conversations.map(({ conversationId }) => conversationId));
    const gone = [...held.keys()].filter((conversationId) => !here.has(conversationId));
    for (const conversationId of gone) hold({ conversationId, people: [] });
    for (const one of conversations) hold(one);
  }

  function start() {
    started = true;
    const socket = openSocket();
    const ask = () => {
      watch += 1;
      const asked = watch;
      socket.timeout(ACK_TIMEOUT_MS).emit('presence:watch', {}, (lost, answer) => {
        if (asked !== watch) return;
        if (lost) {
          if (socket.connected) ask();
        } else if (!('error' in answer)) holdOnly(answer.conversations);
      });
    };
    socket.on('connect', ask);
    socket.on('disconnect', () => {
      watch += 1;
      holdOnly([]);
    });
    socket.on('presence:changed', hold);
    if (socket.connected) ask();
  }

  return {
    subscribe(conversationId, listener) {
      if (!started) start();
      const told = listeners.get(conversationId) ?? new Set();
      listeners.set(conversationId, told.add(listener));
      return () => {
        told.delete(listener);
        if (told.size === 0 && listeners.get(conversationId) === told)
          listeners.delete(conversationId);
      };
    },
    peopleAt: (conversationId) => held.get(conversationId) ?? NOBODY,
  };
}
