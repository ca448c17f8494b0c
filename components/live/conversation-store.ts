import type { ConversationDetail } from '@/lib/desk/wire';
import type { ConversationChanged, ConversationEnded, WireError } from '@/lib/realtime/protocol';
import { foldConversation, prependMessages, refreshConversation } from './fold-conversation';
import { ACK_TIMEOUT_MS, type DeskSocket } from './socket';

export type ConversationView = {
  detail: ConversationDetail;
  /** Whether the desk tells this pane of changes; if not, it may show what is no longer so. */
  live: boolean;
  /** Why the desk refused to tell, if it did. */
  refusal: WireError | null;
  /** It is deleted: its contact was forgotten. */
  isGone: boolean;
};

export type ConversationStore = {
  /** Keeps the conversation live from the first listener on until the last one leaves. */
  subscribe: (listener: () => void) => () => void;
  view: () => ConversationView;
  /** Resolves when the pane holds what a write made true, at the latest after reading it again. */
  settle: (holds: (detail: ConversationDetail) => boolean) => Promise<void>;
  /** Puts messages from before the first one held in front of it. */
  prepend: (earlier: Pick<ConversationDetail, 'messages' | 'trail'>) => void;
};

type Needs = {
  initial: ConversationDetail;
  /** The page's socket; asked for once somebody listens, for there is none on the server. */
  socket: () => DeskSocket;
  /** Reads the conversation over HTTP, for when the socket does not tell. */
  read: () => Promise<ConversationDetail>;
  /** How long a write may take to show before the conversation is read, in milliseconds. */
  patienceMs?: number;
};

/** One conversation, live wherever its row is: what changes is folded in, what was missed is read again. */
export function createConversationStore(needs: Needs): ConversationStore {
  const { read, patienceMs = 1_000 } = needs;
  const { conversationId } = needs.initial.header;
  const listeners = new Set<() => void>();
  /** Writes that wait to be shown; they do not keep the conversation live by themselves. */
  const waiting = new Set<() => void>();
  let view: ConversationView = { detail: needs.initial, live: false, refusal: null, isGone: false };
  /** Tells the answer to the last watch from those to earlier ones. */
  let watch = 0;

  function show(next: Partial<ConversationView>) {
    view = { ...view, ...next };
    for (const tell of [...listeners, ...waiting]) tell();
  }

  function watchAgain() {
    const socket = needs.socket();
    watch += 1;
    const asked = watch;
    const patient = socket.timeout(ACK_TIMEOUT_MS);
    patient.emit('conversation:watch', { conversationId }, (lost, answer) => {
      if (asked !== watch) return;
      if (lost) return socket.connected ? watchAgain() : undefined;
      if ('error' in answer) return refused(answer.error);
      const { epoch: _, ...snapshot } = answer;
      show({ detail: refreshConversation(view.detail, snapshot), live: true, refusal: null });
    });
  }

  function refused(error: WireError) {
    show({ live: false, refusal: error, isGone: error.code === 'not_found' });
  }

  function onEnded(message: ConversationEnded) {
    if (message.conversationId !== conversationId) return;
    watch += 1;
    refused(message.error);
  }

  function onConnect() {
    watchAgain();
  }

  function onDisconnect() {
    watch += 1;
    show({ live: false });
  }

  /** Before a watch is answered, changes are of no use: its answer holds them. */
  function onChanged(change: ConversationChanged) {
    if (change.conversationId !== conversationId || !view.live) return;
    const detail = foldConversation(view.detail, change);
    if (detail === view.detail) return;
    if (detail) return show({ detail });
    show({ live: false });
    watchAgain();
  }

  function start() {
    const socket = needs.socket();
    socket.on('connect', onConnect);
    socket.on('disconnect', onDisconnect);
    socket.on('conversation:changed', onChanged);
    socket.on('conversation:ended', onEnded);
    if (socket.connected) watchAgain();
  }

  function stop() {
    const socket = needs.socket();
    watch += 1;
    socket.off('connect', onConnect);
    socket.off('disconnect', onDisconnect);
    socket.off('conversation:changed', onChanged);
    socket.off('conversation:ended', onEnded);
    if (socket.connected) socket.emit('conversation:unwatch', { conversationId });
    view = { ...view, live: false };
  }

  function subscribe(listener: () => void) {
    listeners.add(listener);
    if (listeners.size === 1) start();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) stop();
    };
  }

  async function settle(holds: (detail: ConversationDetail) => boolean) {
    const nobodyLooks = listeners.size === 0;
    if (nobodyLooks || holds(view.detail)) return;
    const shown = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => end(false), view.live ? patienceMs : 0);
      function look() {
        if (holds(view.detail)) end(true);
      }
      function end(seen: boolean) {
        clearTimeout(timer);
        waiting.delete(look);
        resolve(seen);
      }
      waiting.add(look);
    });
    if (shown) return;
    const snapshot = await read().catch(() => null);
    if (snapshot && snapshot.revision >= view.detail.revision) {
      show({ detail: refreshConversation(view.detail, snapshot) });
    }
  }

  return {
    subscribe,
    view: () => view,
    settle,
    prepend: (earlier) => show({ detail: prependMessages(view.detail, earlier) }),
  };
}
