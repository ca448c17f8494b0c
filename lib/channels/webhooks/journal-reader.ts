import type { Desk } from '@/lib/desk/desk';
import type { NewDelivery } from '@/lib/desk/endpoint';
import type { Entry } from '@/lib/desk/entry';
import type { EndpointRow } from '@/lib/desk/webhook-store';
import { replyDelivery } from './reply-delivery';

const PAGE = 500;
/** So many entries are read again at most after a kill, where they told nobody anything. */
const KEEP_EVERY = 1_000;
const AFTER_FAILURE_MS = 1_000;

/**
 * Reads the journal for those whom the desk calls, and writes down what each is to get. Its place in
 * the journal is kept with the deliveries in one transaction: after a kill it goes on where it was,
 * nothing is left out, and what is written twice is one row.
 */
export class JournalReader {
  private through: number | null = null;
  private kept = 0;
  private work: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly desk: Desk,
    private readonly onError: (error: unknown) => void,
  ) {
    this.unsubscribe = desk.subscribe(() => this.wake());
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
    if (this.stopped || this.work || this.timer) return;
    this.work = this.catchUp()
      .catch((error) => {
        this.onError(error);
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
    const isCalling = (await store.webhooks.endpoints()).some(({ enabled }) => enabled);
    const entries = isCalling ? await store.entriesAfter(through, PAGE) : [];
    const revision = isCalling ? (entries.at(-1)?.revision ?? through) : head;
    await this.derive(entries, revision);
    return revision;
  }

  /** At the first start of all, where the desk stands: it has called nobody yet. */
  private async startingPoint(): Promise<number> {
    const { webhooks } = this.desk.store;
    const known = await webhooks.derivedThrough();
    this.kept = known ?? this.desk.memory.revision;
    if (known === null) await this.keep(this.kept, []);
    return this.kept;
  }

  /** Endpoints are read after the entries: one that an entry made is among them. */
  private async derive(entries: readonly Entry[], revision: number): Promise<void> {
    const endpoints = (await this.desk.store.webhooks.endpoints()).filter(({ enabled }) => enabled);
    const deliveries: NewDelivery[] = [];
    for (const entry of entries) {
      for (const endpoint of endpoints)
        deliveries.push(...(await this.deliveriesOf(endpoint, entry)));
    }
    if (deliveries.length === 0 && revision - this.kept < KEEP_EVERY) return;
    await this.keep(revision, deliveries);
    if (deliveries.length > 0) this.desk.deliveries.wake();
  }

  private async keep(revision: number, deliveries: readonly NewDelivery[]): Promise<void> {
    const createdAt = this.desk.now();
    await this.desk.store.webhooks.keepDerived({ revision, createdAt, deliveries });
    this.kept = revision;
  }

  private async deliveriesOf(endpoint: EndpointRow, entry: Entry): Promise<NewDelivery[]> {
    if (entry.revision <= endpoint.since) return [];
    const reply = await replyDelivery(this.desk, endpoint, entry);
    return reply ? [reply] : [];
  }
}
