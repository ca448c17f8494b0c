import type { Desk } from '@/lib/desk/desk';
import type { EventKind, NewDelivery } from '@/lib/desk/endpoint';
import type { Entry } from '@/lib/desk/entry';
import type { EndpointRow } from '@/lib/desk/webhook-store';
import { CatalogueAt } from './catalogue-at';
import { conversationEvent } from './conversation-event';
import { JournalTail } from './journal-tail';
import { MatchEvents } from './match-events';
import { replyDelivery } from './reply-delivery';
import { VALUES_EVENT, valuesEntered } from './values-entered';

const MATCHES: ReadonlySet<EventKind> = new Set([
  'segment.entered',
  'segment.left',
  'priority.changed',
]);
/** So many deliveries are written in one transaction. */
const KEPT_AT_ONCE = 1_000;
/** So many entries are read again at most after a kill, where they told nobody anything. */
const KEEP_EVERY = 1_000;
const AFTER_FAILURE_MS = 1_000;
const ENDPOINT = /^endpoint\./;

/**
 * Reads the journal for those whom the desk calls, and writes down what each is to get. Its place in
 * the journal is kept with the deliveries in one transaction: after a kill it goes on where it was,
 * nothing is left out, and what is written twice is one row.
 */
export class JournalReader {
  private through: number | null = null;
  private kept = 0;
  /** The endpoints that are switched on; null when they have changed since they were read. */
  private called: readonly EndpointRow[] | null = null;
  /** How often they have changed. */
  private changes = 0;
  /** As it was at the place, while somebody is told of matches. */
  private catalogue: CatalogueAt | null = null;
  private work: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly desk: Desk,
    private readonly onError: (error: unknown) => void,
  ) {
    this.unsubscribe = desk.subscribe((entries) => {
      if (entries.some(({ kind }) => ENDPOINT.test(kind))) {
        this.changes += 1;
        this.called = null;
      }
      this.wake();
    });
    this.wake();
  }

  /** Resolves once what is under way is kept. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe();
    if (this.timer) clearTimeout(this.timer);
    await this.work;
  }

  private wake(): void {
    if (this.stopped || this.work || this.timer || this.passes()) return;
    this.work = this.catchUp()
      .catch((error) => {
        this.onError(error);
        // It may have been stepped past entries that are read again.
        this.catalogue = null;
        this.timer = setTimeout(() => {
          this.timer = null;
          this.wake();
        }, AFTER_FAILURE_MS);
        this.timer.unref();
      })
      .finally(() => {
        this.work = null;
        // What came while it finished has found it at work.
        if (this.through !== null && this.through < this.desk.memory.revision) this.wake();
      });
  }

  /** Where nobody is called, commits are passed by at no cost. */
  private passes(): boolean {
    const { revision } = this.desk.memory;
    const isIdle = this.called?.length === 0 && revision - this.kept < KEEP_EVERY;
    if (isIdle && this.through !== null) this.through = revision;
    return isIdle && this.through !== null;
  }

  private async catchUp(): Promise<void> {
    let through = this.through ?? (await this.startingPoint());
    while (!this.stopped && through < this.desk.memory.revision) {
      through = await this.readOn(through);
      this.through = through;
    }
  }

  /** Reads the next page, or past all there is while nobody is called; resolves with how far. */
  private async readOn(through: number): Promise<number> {
    const { store, memory } = this.desk;
    const head = memory.revision;
    if ((await this.endpoints()).length === 0) {
      this.catalogue = null;
      if (head - this.kept >= KEEP_EVERY) await this.keep(head, []);
      return head;
    }
    const tail = new JournalTail(store, through);
    await tail.readThrough(through + 1);
    const page = [...tail.entries];
    // A contact and the values it is made with are told of together, and are in one commit.
    if (page.length > 1 && page.at(-1)?.kind === 'contact.created') page.pop();
    const revision = page.at(-1)?.revision ?? tail.through;
    // Read after the page: an endpoint that one of its entries has made is among them.
    const deliveries = await this.derive(page, tail, await this.endpoints());
    if (deliveries.length > 0 || revision - this.kept >= KEEP_EVERY)
      await this.keep(revision, deliveries);
    return revision;
  }

  private async endpoints(): Promise<readonly EndpointRow[]> {
    if (this.called) return this.called;
    const { changes } = this;
    const all = await this.desk.store.webhooks.endpoints();
    const called = all.filter(({ enabled }) => enabled);
    if (changes === this.changes) this.called = called;
    return called;
  }

  /** At the first start of all, where the desk stands: it has called nobody yet. */
  private async startingPoint(): Promise<number> {
    const { webhooks } = this.desk.store;
    const known = await webhooks.derivedThrough();
    this.kept = known ?? this.desk.memory.revision;
    if (known === null) await this.keep(this.kept, []);
    return this.kept;
  }

  private async derive(
    page: readonly Entry[],
    tail: JournalTail,
    endpoints: readonly EndpointRow[],
  ): Promise<NewDelivery[]> {
    const matches = await this.matchEvents(tail, endpoints);
    const deliveries: NewDelivery[] = [];
    for (const entry of page) {
      const told = (await matches?.of(entry)) ?? [];
      const wanted = endpoints.filter(({ since }) => entry.revision > since);
      if (wanted.some(({ events }) => events.some((event) => event === entry.kind)))
        told.unshift(...(await conversationEvent(this.desk, entry)));
      if (wanted.some(({ events }) => events.includes(VALUES_EVENT)))
        told.push(...(await valuesEntered(this.desk, entry)));
      for (const endpoint of wanted) {
        deliveries.push(...(await replyDelivery(this.desk, endpoint, entry)));
        for (const one of told)
          if (endpoint.events.includes(one.event))
            deliveries.push({ ...one, endpointId: endpoint.id });
      }
    }
    return deliveries;
  }

  /** Judging contacts costs; nobody pays for it whom nobody has asked. */
  private async matchEvents(
    tail: JournalTail,
    endpoints: readonly EndpointRow[],
  ): Promise<MatchEvents | null> {
    const { memory } = this.desk;
    const isWanted = endpoints.some(({ events }) => events.some((event) => MATCHES.has(event)));
    if (!isWanted) {
      this.catalogue = null;
      return null;
    }
    while (!this.catalogue && tail.through < memory.revision)
      await tail.readThrough(memory.revision);
    this.catalogue ??= new CatalogueAt(memory, tail.entries);
    return new MatchEvents(this.desk, tail, this.catalogue);
  }

  /** The place moves with the last of them: what is written and not moved past is written again, as one row. */
  private async keep(revision: number, deliveries: readonly NewDelivery[]): Promise<void> {
    const { webhooks } = this.desk.store;
    const createdAt = this.desk.now();
    for (let start = 0; start === 0 || start < deliveries.length; start += KEPT_AT_ONCE) {
      const chunk = deliveries.slice(start, start + KEPT_AT_ONCE);
      const isLast = start + KEPT_AT_ONCE >= deliveries.length;
      const moved = isLast ? revision : this.kept;
      await webhooks.keepDerived({ revision: moved, createdAt, deliveries: chunk });
    }
    this.kept = revision;
    if (deliveries.length > 0) this.desk.deliveries.wake();
  }
}
