import { asPerson } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import type { Entry } from '@/lib/desk/entry';
import type { Draft } from '@/lib/desk/facts';
import { draftWire, readDrafts } from '@/lib/desk/reads/drafts';
import type { DeskSocket } from './desk-socket';
import type { DraftsWatched } from './protocol';
import type { Readers } from './readers';

const NO_TEXT = { mode: 'reply', reply: '', note: '', after: null } as const;

/** Tells a person's screens, and nobody else's, what that person writes on another. */
export class DraftWatches {
  /** No more is told once it is called. */
  readonly stop: () => void;

  constructor(
    private readonly desk: Desk,
    private readonly readers: Readers,
  ) {
    const unfollow = [
      desk.drafts.subscribe((draft) => this.tell(draft)),
      desk.subscribe((entries) => this.clear(entries)),
    ];
    this.stop = () => {
      for (const stop of unfollow) stop();
    };
  }

  /**
   * Answers the drafts of the socket's person. It is told of changes from before they are read, so
   * that it misses none; which of two is later, they say themselves. Rejects with `forbidden` for a
   * token.
   */
  async join(socket: DeskSocket): Promise<DraftsWatched> {
    const ctx = asPerson({ desk: this.desk, caller: socket.data.caller });
    void socket.join(roomOf(ctx.caller.id));
    return { drafts: await readDrafts(ctx) };
  }

  /** What was written in a conversation that is deleted is gone from all screens. */
  private clear(entries: readonly Entry[]): void {
    for (const { kind, body, at: writtenAt } of entries) {
      if (kind !== 'contact.forgotten') continue;
      for (const conversationId of body.conversationIds)
        for (const personId of this.desk.memory.people.keys())
          this.tell({ ...NO_TEXT, personId, conversationId, writtenAt });
    }
  }

  private tell(draft: Draft): void {
    const room = roomOf(draft.personId);
    const message = draftWire(draft);
    this.readers.tell(room, (to) => to.emit('draft:changed', message), {
      key: `${room}:${draft.conversationId}`,
      tell: (socket) => socket.emit('draft:changed', message),
    });
  }
}

function roomOf(personId: string): string {
  return `drafts:${personId}`;
}
