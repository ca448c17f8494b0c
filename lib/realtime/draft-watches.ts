import { asPerson } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import type { Draft } from '@/lib/desk/facts';
import { draftWire, readDrafts } from '@/lib/desk/reads/drafts';
import type { DeskSocket } from './desk-socket';
import type { DraftsWatched } from './protocol';
import type { Readers } from './readers';

/** Tells a person's screens, and nobody else's, what that person writes on another. */
export class DraftWatches {
  /** No more is told once it is called. */
  readonly stop: () => void;

  constructor(
    private readonly desk: Desk,
    private readonly readers: Readers,
  ) {
    this.stop = desk.drafts.subscribe((draft) => this.tell(draft));
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
