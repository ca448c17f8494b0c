import { isDeepStrictEqual } from 'node:util';
import { authorise } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import { loadOf } from '@/lib/desk/reads/load';
import type { Load } from '@/lib/desk/wire';
import type { DeskSocket } from './desk-socket';
import type { Readers } from './readers';
import { Tick } from './tick';

const EVERY_MS = 250;
const ROOM = 'load';

/** Who watches the supervisor's strip; told at most four times a second, and only of a change. */
export class LoadWatches {
  private readonly watchers = new Set<DeskSocket>();
  private told: Load | null = null;
  private readonly tick: Tick;

  constructor(
    private readonly desk: Desk,
    private readonly readers: Readers,
    onError: (error: unknown) => void,
  ) {
    this.tick = new Tick(
      () => this.flush(),
      () => EVERY_MS,
      onError,
    );
  }

  /** Answers what all watchers know by now. Throws `forbidden` for who may not see everyone's load. */
  join(socket: DeskSocket): Load {
    authorise(socket.data.caller, 'seeLoad');
    if (this.watchers.size === 0 || !this.told) this.told = loadOf(this.desk.memory);
    this.watchers.add(socket);
    void socket.join(ROOM);
    return this.told;
  }

  /** For a socket that is gone. */
  leaveAll(socket: DeskSocket): void {
    this.watchers.delete(socket);
  }

  /** To be called after every fold. */
  note(): void {
    if (this.watchers.size > 0) this.tick.request();
  }

  stop(): void {
    this.tick.stop();
  }

  private flush(): void {
    const load = loadOf(this.desk.memory);
    if (this.watchers.size === 0 || isDeepStrictEqual(load, this.told)) return;
    this.told = load;
    this.readers.tell(ROOM, (to) => to.emit('load:changed', load), {
      key: ROOM,
      tell: (socket) => socket.emit('load:changed', this.told ?? load),
    });
  }
}
