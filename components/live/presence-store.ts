import type { PersonPresent, PresenceChanged, PresenceWatched } from '@/lib/realtime/protocol';
import { ACK_TIMEOUT_MS, type DeskSocket } from './socket';
import { ToldByKey } from './told-by-key';
import { watchAgain } from './watch-again';

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
  const listeners = new ToldByKey<string>();
  let started = false;

  function hold({ conversationId, people }: PresenceChanged) {
    if (people.length === 0 && !held.has(conversationId)) return;
    if (people.length > 0) held.set(conversationId, people);
    else held.delete(conversationId);
    listeners.tell(conversationId);
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
    socket.on('disconnect', () => holdOnly([]));
    socket.on('presence:changed', hold);
    watchAgain<PresenceWatched>(
      socket,
      (answered) => socket.timeout(ACK_TIMEOUT_MS).emit('presence:watch', {}, answered),
      ({ conversations }) => holdOnly(conversations),
    );
  }

  return {
    subscribe(conversationId, listener) {
      if (!started) start();
      return listeners.subscribe(conversationId, listener);
    },
    peopleAt: (conversationId) => held.get(conversationId) ?? NOBODY,
  };
}
