import { isDeepStrictEqual } from 'node:util';
import { SYSTEM } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import { changesCatalogue, type Entry } from '@/lib/desk/entry';
import { invalid, isDeskError, notFound } from '@/lib/desk/errors';
import { readConversation, readEarlierMessages } from '@/lib/desk/reads/conversation';
import type { ConversationDetail, MessageWire } from '@/lib/desk/wire';
import { wireErrorOf } from '@/lib/desk/wire-error';
import type { DeskSocket } from './desk-socket';
import type { ConversationChanged, ConversationWatched } from './protocol';
import type { Readers } from './readers';

const MAX_WATCHES = 20;

type ConversationWatch = {
  id: string;
  watchers: Set<DeskSocket>;
  /** How many are about to become watchers. */
  joining: number;
  /** What the watchers were last told; null before the first read. */
  told: ConversationWatched | null;
  /** Whether an entry has concerned it since it was read. */
  stale: boolean;
  /** Everything done to the watch, one after the other. */
  work: Promise<void>;
};

/** Who watches which conversation, open or resolved, and what they are told of it. */
export class ConversationWatches {
  private readonly watches = new Map<string, ConversationWatch>();

  constructor(
    private readonly desk: Desk,
    private readonly readers: Readers,
    private readonly onError: (error: unknown) => void,
  ) {}

  /**
   * Answers the state that all later changes follow, in the same step as it joins. Rejects with
   * `not_found`, or `invalid` for a watch too many.
   */
  join(
    socket: DeskSocket,
    id: string,
    answer: (state: ConversationWatched) => void,
  ): Promise<void> {
    const watch = this.watches.get(id) ?? this.open(id);
    watch.joining += 1;
    return this.inTurn(watch, async () => {
      try {
        if (!watch.watchers.has(socket) && this.countOf(socket) >= MAX_WATCHES)
          throw invalid(`A connection has at most ${MAX_WATCHES} watches of conversations.`);
        const told = await this.bringUpToDate(watch);
        // It may have gone during the read.
        if (!socket.connected) return;
        watch.watchers.add(socket);
        void socket.join(roomOf(watch));
        answer(told);
      } finally {
        watch.joining -= 1;
        this.closeIfUnwatched(watch);
      }
    });
  }

  /** Rejects with `not_found` for a conversation that the socket does not watch. */
  async leave(socket: DeskSocket, id: string): Promise<void> {
    const watch = this.watches.get(id);
    if (!watch) throw notWatched(id);
    await this.inTurn(watch, async () => {
      if (!watch.watchers.delete(socket)) throw notWatched(id);
      void socket.leave(roomOf(watch));
      this.closeIfUnwatched(watch);
    });
  }

  /** For a socket that is gone. */
  leaveAll(socket: DeskSocket): void {
    for (const watch of [...this.watches.values()]) {
      if (watch.watchers.delete(socket)) this.closeIfUnwatched(watch);
    }
  }

  /** Marks the watched conversations that the entries may have changed. */
  note(entries: readonly Entry[]): void {
    if (this.watches.size === 0) return;
    const every = entries.some(({ kind }) => changesCatalogue(kind));
    const touched = every ? null : new Set(entries.flatMap(touchedBy));
    for (const watch of this.watches.values()) {
      const contactId = watch.told?.header.contact.id;
      // Before the first read nothing is known of the contact.
      watch.stale ||=
        touched === null ||
        contactId === undefined ||
        touched.has(contactId) ||
        touched.has(watch.id);
    }
  }

  /** Marks a conversation, if it is watched, that something beside the journal has changed; whether it is. */
  mark(id: string): boolean {
    const watch = this.watches.get(id);
    if (watch) watch.stale = true;
    return watch !== undefined;
  }

  /** Tells the watchers of marked conversations what changed. */
  flush(): void {
    for (const watch of this.watches.values()) {
      if (!watch.stale) continue;
      this.inTurn(watch, () => this.bringUpToDate(watch)).catch((error) =>
        this.endOrTell(watch, error),
      );
    }
  }

  private open(id: string): ConversationWatch {
    const watch: ConversationWatch = {
      id,
      watchers: new Set(),
      joining: 0,
      told: null,
      stale: true,
      work: Promise.resolve(),
    };
    this.watches.set(id, watch);
    return watch;
  }

  private inTurn<T>(watch: ConversationWatch, step: () => Promise<T>): Promise<T> {
    const done = watch.work.then(step);
    watch.work = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  /** Reads the conversation if it may have changed, tells the watchers, and answers what they know now. */
  private async bringUpToDate(watch: ConversationWatch): Promise<ConversationWatched> {
    const before = watch.told;
    if (before && !watch.stale) return before;
    // What comes during the read makes it stale again, and the next tick reads once more.
    watch.stale = false;
    try {
      const after = await readConversation(this.system(), watch.id);
      const message = before && (await this.difference(before, after));
      // What changed nothing is not told: what was told before is true at both revisions.
      if (before && !message) return before;
      watch.told = after;
      if (message) this.tell(watch, message);
      return after;
    } catch (error) {
      watch.stale = true;
      throw error;
    }
  }

  private async difference(
    before: ConversationDetail,
    after: ConversationDetail,
  ): Promise<ConversationChanged | null> {
    const message: ConversationChanged = {
      conversationId: after.header.conversationId,
      from: before.revision,
      to: after.revision,
      messageTotal: after.messageTotal,
    };
    const unchanged = { ...message };
    if (!isDeepStrictEqual(before.header, after.header)) message.header = after.header;
    if (!isDeepStrictEqual(before.segments, after.segments)) message.segments = after.segments;
    if (!isDeepStrictEqual(before.values, after.values)) message.values = after.values;
    if (!isDeepStrictEqual(before.crm, after.crm)) message.crm = after.crm;
    if (!isDeepStrictEqual(before.undelivered, after.undelivered))
      message.undelivered = after.undelivered;
    const arrived = after.messageTotal - before.messageTotal;
    if (arrived > 0) message.messages = await this.lastMessages(after, arrived);
    const known = Number(before.trail.at(-1)?.id ?? 0);
    const trail = after.trail.filter(({ id }) => Number(id) > known);
    if (trail.length > 0) message.trail = trail;
    return isDeepStrictEqual(message, unchanged) ? null : message;
  }

  /** The last `count` messages, also when more came than one read shows. */
  private async lastMessages(detail: ConversationDetail, count: number): Promise<MessageWire[]> {
    const shown = detail.messages.slice(-count);
    const [oldest] = shown;
    if (shown.length === count || !oldest) return shown;
    const { messages: earlier } = await readEarlierMessages(this.system(), {
      conversationId: detail.header.conversationId,
      before: oldest.id,
      limit: count - shown.length,
    });
    return [...earlier, ...shown];
  }

  private tell(watch: ConversationWatch, message: ConversationChanged): void {
    // After everybody left, the room may belong to a newer watch with its own revisions.
    if (this.watches.get(watch.id) !== watch) return;
    this.readers.tell(roomOf(watch), (to) => to.emit('conversation:changed', message), {
      key: roomOf(watch),
      tell: (socket) => this.nudge(socket, watch),
    });
  }

  /** Shows a reader the revision it has missed, so that it watches again. */
  private nudge(socket: DeskSocket, { id, told, watchers }: ConversationWatch): void {
    if (!told || !watchers.has(socket)) return;
    const { revision, messageTotal } = told;
    const message = { conversationId: id, from: revision, to: revision, messageTotal };
    socket.emit('conversation:changed', message);
  }

  /** One that was deleted ends for all its watchers. */
  private endOrTell(watch: ConversationWatch, error: unknown): void {
    if (!isDeskError(error) || error.code !== 'not_found') {
      this.onError(error);
      return;
    }
    const message = { conversationId: watch.id, error: wireErrorOf(error) };
    this.readers.tell(roomOf(watch), (to) => to.emit('conversation:ended', message), {
      key: roomOf(watch),
      tell: (socket) => socket.emit('conversation:ended', message),
    });
    for (const socket of watch.watchers) void socket.leave(roomOf(watch));
    watch.watchers.clear();
    this.closeIfUnwatched(watch);
  }

  private closeIfUnwatched(watch: ConversationWatch): void {
    if (watch.watchers.size > 0 || watch.joining > 0) return;
    if (this.watches.get(watch.id) === watch) this.watches.delete(watch.id);
  }

  private countOf(socket: DeskSocket): number {
    let count = 0;
    for (const { watchers } of this.watches.values()) if (watchers.has(socket)) count += 1;
    return count;
  }

  private system() {
    return { desk: this.desk, caller: SYSTEM };
  }
}

/** The ids of the conversation and the contact that the entry is about. */
function touchedBy({ body }: Entry): string[] {
  const ids: string[] = [];
  if ('conversationId' in body) ids.push(body.conversationId);
  if ('contactId' in body) ids.push(body.contactId);
  if ('conversationIds' in body) ids.push(...body.conversationIds);
  return ids;
}

function notWatched(id: string) {
  return notFound(`This connection does not watch the conversation ${id}.`, 'conversationId');
}

function roomOf({ id }: { id: string }): string {
  return `conversation:${id}`;
}
