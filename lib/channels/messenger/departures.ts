import { noteVisit } from '@/lib/commands/channels/note-visit';
import type { Desk } from '@/lib/desk/desk';
import { namespaceOf } from '@/lib/desk/facts';
import { ANONYMOUS_VISITOR, SIGNED_IN_VISITOR } from '@/lib/desk/visitors';
import type { VisitorSession } from './visitor-session';
import { roomOf, visitorOf } from './visitor-socket';
import { pageValues } from './visitor-values';
import { Visits } from './visits';

const LEFT_AFTER_MS = 60_000;

/** Takes the page away of who has left the site, a minute later; what is due survives a restart. */
export class Departures {
  private readonly visits: Visits;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly onError: (error: unknown) => void,
    leftAfterMs = LEFT_AFTER_MS,
  ) {
    this.visits = new Visits(leftAfterMs);
  }

  /** A tab of the visitor is open. */
  enter({ channel, visitor }: VisitorSession, tab: string): void {
    this.visits.enter(roomOf(channel, visitor.externalId), tab);
  }

  /** A tab of the visitor is closed. */
  leave({ channel, visitor }: VisitorSession, tab: string): void {
    this.visits.leave(roomOf(channel, visitor.externalId), tab, performance.now());
    this.awaitGone();
  }

  /** After a restart: who was on a page and does not come back has left. */
  async missThoseBefore(): Promise<void> {
    const { channels } = this.desk.memory;
    for (const { key, kind } of channels.values()) {
      if (kind !== 'messenger') continue;
      for (const prefix of [ANONYMOUS_VISITOR, SIGNED_IN_VISITOR])
        for (const attribute of pageValues(null).keys()) {
          const had = await this.desk.store.externalIdsWith(namespaceOf(key), prefix, attribute);
          for (const externalId of had)
            this.visits.miss(roomOf(key, externalId), performance.now());
        }
    }
    this.awaitGone();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  /** Has one timer while somebody may be gone. */
  private awaitGone(): void {
    const atMs = this.visits.nextMs();
    if (this.timer || atMs === null) return;
    const inMs = Math.max(1, Math.ceil(atMs - performance.now()));
    this.timer = setTimeout(() => {
      this.timer = null;
      for (const room of this.visits.gone(performance.now()))
        this.clearPage(room).catch(this.onError);
      this.awaitGone();
    }, inMs);
    this.timer.unref();
  }

  private async clearPage(room: string): Promise<void> {
    const { channel, externalId } = visitorOf(room);
    const label = this.desk.memory.channels.get(channel)?.label ?? channel;
    const caller = { kind: 'channel' as const, id: channel, name: label };
    const input = { channel, externalId, values: pageValues(null) };
    await noteVisit({ ctx: { desk: this.desk, caller }, input });
  }
}
