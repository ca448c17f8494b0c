import type { DeskSocket } from './socket';

/** Colleagues see typing for some seconds, so that one word a second keeps it up. */
const TYPING_EVERY_MS = 1_000;

export type OwnPresence = {
  /** This screen shows the conversation, until the answer is called. */
  enter: (conversationId: string) => () => void;
  /** A key was pressed in it, in a note perhaps; told once a second at most. */
  typed: (conversationId: string, note?: boolean) => void;
  /** Typing is over: sent, emptied or left. */
  rested: (conversationId: string) => void;
  /** Whether anybody looks at the screen at all. */
  seen: (visible: boolean) => void;
};

/** Says where this screen is, again after each reconnect. Never waits in line: only now counts. */
export function createOwnPresence(
  openSocket: () => DeskSocket,
  nowMs: () => number = () => performance.now(),
): OwnPresence {
  let socket: DeskSocket | null = null;
  let place: string | null = null;
  let visible = true;
  let typing = false;
  let inNote = false;
  let saidTypingMs = Number.NEGATIVE_INFINITY;

  function say() {
    if (!socket?.connected) return;
    const conversationId = visible ? place : null;
    const isTyping = typing && conversationId !== null;
    socket.emit('presence:here', {
      conversationId,
      typing: isTyping,
      ...(isTyping && inNote && { note: true }),
    });
  }

  function open() {
    socket = openSocket();
    socket.on('connect', () => {
      typing = false;
      if (place !== null) say();
    });
  }

  function go(next: string | null) {
    place = next;
    typing = false;
    say();
  }

  return {
    enter(conversationId) {
      if (!socket) open();
      go(conversationId);
      return () => {
        if (place === conversationId) go(null);
      };
    },
    typed(conversationId, note = false) {
      if (place !== conversationId || nowMs() - saidTypingMs < TYPING_EVERY_MS) return;
      saidTypingMs = nowMs();
      typing = true;
      inNote = note;
      say();
    },
    rested(conversationId) {
      if (place !== conversationId || !typing) return;
      typing = false;
      say();
    },
    seen(now) {
      if (now === visible) return;
      visible = now;
      typing = false;
      if (place !== null) say();
    },
  };
}
