import type { Desk } from '@/lib/desk/desk';
import type { Entry } from '@/lib/desk/entry';
import type { DeskSocket } from './desk-socket';
import type { Readers } from './readers';

/** Tells screens that saved views have changed: everybody of shared ones, of personal ones their owner alone. */
export class SavedViewNotices {
  /** Whose have changed since the last flush; null for the shared ones. */
  private readonly changed = new Set<string | null>();

  constructor(
    private readonly desk: Desk,
    private readonly readers: Readers,
  ) {}

  /** For a socket that has signed in. */
  join(socket: DeskSocket): void {
    const { caller } = socket.data;
    if (caller.kind === 'person') void socket.join(roomOf(caller.id));
  }

  note(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const owner = ownerIn(entry);
      if (owner !== undefined) this.changed.add(owner);
    }
  }

  flush(): void {
    const notice = () => ({ revision: this.desk.memory.revision });
    const tell = (socket: DeskSocket) => socket.emit('savedViews:changed', notice());
    const catchUp = { key: 'savedViews', tell };
    // Who is told of the shared ones reads all: nobody is told twice.
    const owners = this.changed.has(null) ? [null] : [...this.changed];
    this.changed.clear();
    for (const owner of owners) {
      if (owner === null)
        this.readers.tellAll((to) => to.emit('savedViews:changed', notice()), catchUp);
      else
        this.readers.tell(roomOf(owner), (to) => to.emit('savedViews:changed', notice()), catchUp);
    }
  }
}

/** Whose saved views the entry changes; undefined for an entry about something else. */
function ownerIn(entry: Entry): string | null | undefined {
  switch (entry.kind) {
    case 'savedView.saved':
      return entry.body.after.ownerId;
    case 'savedView.deleted':
      return entry.body.before.ownerId;
    case 'savedViews.reordered':
      return entry.body.ownerId;
    default:
      return undefined;
  }
}

function roomOf(personId: string): string {
  return `savedViews:${personId}`;
}
