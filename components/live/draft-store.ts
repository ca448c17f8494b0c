import type { DraftWire } from '@/lib/desk/wire';
import type { DraftsWatched } from '@/lib/realtime/protocol';
import { type Draft, fits, isEmpty, NO_DRAFT, sameTexts } from './draft';
import { ACK_TIMEOUT_MS, type DeskSocket } from './socket';
import { ToldByKey } from './told-by-key';
import { type Watching, watchAgain } from './watch-again';

/** While somebody types, what they have written is kept so often. */
const KEEP_EVERY_MS = 400;
const RETRY_MS = 2_000;
/** So long after a key was pressed here, nothing from elsewhere takes the place of the text. */
const IN_HAND_MS = 5_000;

/** A draft as this screen shows it. */
export type ShownDraft = {
  draft: Draft;
  /** One that was written on another screen while this one was in hand. */
  elsewhere: Draft | null;
  /** Why the desk does not keep it; null while it does, or could not be reached. */
  problem: string | null;
};

export const NOTHING_SHOWN: ShownDraft = { draft: NO_DRAFT, elsewhere: null, problem: null };

type Held = {
  shown: ShownDraft;
  /** What is on its way to the desk. */
  sending: Draft | null;
  /** Whether it changed here since it was last on its way. */
  unkept: boolean;
  changedAtMs: number;
  /** When the desk last answered to have kept one from here. */
  keptAtMs: number;
  /** Of the latest one that the desk is known to have had. */
  writtenAt: string;
  /** The watch since which it was heard of last. */
  heardIn: number;
  timer: ReturnType<typeof setTimeout> | null;
};

export type DraftStoreOptions = {
  openSocket: () => DeskSocket;
  /** Keeps it at the desk; `agoMs` is how long ago it was written. Answers what the desk has now. */
  keep: (conversationId: string, draft: Draft, agoMs: number) => Promise<DraftWire>;
  /** The same when the page is being left and waits for no answer. */
  keepLeaving: (conversationId: string, draft: Draft, agoMs: number) => void;
  /** Why the desk refused it; null for a failure that may pass by itself. */
  refusal: (thrown: unknown) => string | null;
  nowMs?: () => number;
};

export type DraftStore = ReturnType<typeof createDraftStore>;

/**
 * The drafts of the person at this screen, the same on all screens of theirs. What was written last
 * holds, but a text that is in hand here is not replaced: what came from elsewhere is offered.
 */
export function createDraftStore(options: DraftStoreOptions) {
  const { openSocket, keep, keepLeaving, refusal, nowMs = () => performance.now() } = options;
  const all = new Map<string, Held>();
  const listeners = new ToldByKey<string>();
  let started = false;
  let watching: Watching | null = null;
  let answered = false;

  function heldOf(conversationId: string): Held {
    const held = all.get(conversationId) ?? {
      shown: NOTHING_SHOWN,
      sending: null,
      unkept: false,
      changedAtMs: Number.NEGATIVE_INFINITY,
      keptAtMs: Number.NEGATIVE_INFINITY,
      writtenAt: '',
      heardIn: -1,
      timer: null,
    };
    all.set(conversationId, held);
    return held;
  }

  function show(conversationId: string, changes: Partial<ShownDraft>) {
    const held = heldOf(conversationId);
    held.shown = { ...held.shown, ...changes };
    listeners.tell(conversationId);
  }

  const isInHand = ({ unkept, sending, changedAtMs }: Held) =>
    unkept || sending !== null || nowMs() - changedAtMs < IN_HAND_MS;

  function hear({ conversationId, writtenAt, mode, reply, note, after }: DraftWire, own?: Draft) {
    const held = heldOf(conversationId);
    held.heardIn = watching?.number() ?? 0;
    if (writtenAt <= held.writtenAt) return;
    held.writtenAt = writtenAt;
    const draft = { mode, reply, note, after };
    if ([own, held.sending].some((mine) => mine && sameTexts(mine, draft))) return;
    if (sameTexts(draft, held.shown.draft)) return show(conversationId, { elsewhere: null });
    // What the desk answers in place of one's own has never been on this screen, nor one's own on the desk.
    if (own || isInHand(held)) show(conversationId, { elsewhere: isEmpty(draft) ? null : draft });
    else show(conversationId, { draft, elsewhere: null, problem: null });
  }

  /** After a connection was lost: what the desk does not have any more is gone, what it never had is kept. */
  function hearAll(drafts: readonly DraftWire[]) {
    for (const draft of drafts) hear(draft);
    const there = new Set(drafts.map(({ conversationId }) => conversationId));
    for (const [conversationId, held] of all) {
      if (held.unkept) flush(conversationId);
      if (there.has(conversationId) || held.heardIn === watching?.number() || isInHand(held))
        continue;
      show(conversationId, { draft: NO_DRAFT, elsewhere: null });
    }
  }

  function change(conversationId: string, draft: Draft) {
    const held = heldOf(conversationId);
    const before = held.shown.draft;
    held.unkept ||= !isEmpty(before) || !isEmpty(draft);
    held.changedAtMs = nowMs();
    show(conversationId, { draft, problem: null });
    if (!held.unkept) return;
    if (isEmpty(draft)) flush(conversationId);
    else held.timer ??= setTimeout(() => flush(conversationId), KEEP_EVERY_MS);
  }

  /** Never so long ago that what was kept from here before it would count as later. */
  function agoMsOf({ changedAtMs, keptAtMs, sending }: Held) {
    if (sending !== null) return 0;
    return Math.max(0, Math.round(nowMs() - Math.max(changedAtMs, keptAtMs)));
  }

  function flush(conversationId: string) {
    const held = heldOf(conversationId);
    if (held.timer) clearTimeout(held.timer);
    held.timer = null;
    if (held.unkept && held.sending === null && fits(held.shown.draft))
      void deliver(conversationId, held);
  }

  async function deliver(conversationId: string, held: Held) {
    const { draft } = held.shown;
    const agoMs = agoMsOf(held);
    held.sending = draft;
    held.unkept = false;
    let pauseMs = KEEP_EVERY_MS;
    try {
      const kept = await keep(conversationId, draft, agoMs);
      held.sending = null;
      // The next one is later by a millisecond at least, or other screens could not tell.
      held.keptAtMs = nowMs() + 1;
      hear(kept, draft);
    } catch (thrown) {
      held.sending = null;
      const problem = refusal(thrown);
      if (problem !== null) show(conversationId, { problem });
      else held.unkept = true;
      pauseMs = RETRY_MS;
    }
    if (held.unkept) held.timer ??= setTimeout(() => flush(conversationId), pauseMs);
  }

  /** Its conversation is deleted: there is nothing to keep it for. */
  function drop(conversationId: string) {
    const timer = all.get(conversationId)?.timer;
    if (timer) clearTimeout(timer);
    all.delete(conversationId);
    listeners.tell(conversationId);
  }

  function start() {
    started = true;
    const socket = openSocket();
    socket.on('draft:changed', (draft) => hear(draft));
    socket.on('conversation:ended', ({ conversationId }) => drop(conversationId));
    watching = watchAgain<DraftsWatched>(
      socket,
      (take) => socket.timeout(ACK_TIMEOUT_MS).emit('draft:watch', {}, take),
      ({ drafts }) => {
        answered = true;
        hearAll(drafts);
      },
    );
  }

  return {
    /** Told when the draft of one conversation changes, and of no other. */
    subscribe(conversationId: string, listener: () => void): () => void {
      if (!started) start();
      return listeners.subscribe(conversationId, listener);
    },
    shown: (conversationId: string): ShownDraft => all.get(conversationId)?.shown ?? NOTHING_SHOWN,
    /** What a page was rendered with, before the desk has answered here. */
    seed(draft: DraftWire) {
      if (!answered) hear(draft);
    },
    write(conversationId: string, next: (now: Draft) => Draft) {
      change(conversationId, next(heldOf(conversationId).shown.draft));
    },
    /** Goes on with the one from elsewhere in place of this one. */
    takeElsewhere(conversationId: string) {
      const { shown } = heldOf(conversationId);
      show(conversationId, { elsewhere: null });
      change(conversationId, shown.elsewhere ?? shown.draft);
    },
    /** Goes on with this one, which is now the last that was written. */
    keepOwn(conversationId: string) {
      show(conversationId, { elsewhere: null });
      change(conversationId, heldOf(conversationId).shown.draft);
    },
    /** Keeps at once what has changed. */
    flush,
    /** Keeps all that the desk may not have, for the page is being left. */
    leave() {
      for (const [conversationId, held] of all) {
        if (!held.unkept && held.sending === null) continue;
        if (fits(held.shown.draft)) keepLeaving(conversationId, held.shown.draft, agoMsOf(held));
      }
    },
  };
}
