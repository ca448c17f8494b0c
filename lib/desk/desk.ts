import { LiveViews } from '@/lib/ranking/live-views';
import { type Clock, systemClock } from './clock';
import { Deliveries } from './deliveries';
import { Drafts } from './drafts';
import type { Entry } from './entry';
import { KeyedQueue } from './keyed-queue';
import { Memory } from './memory';
import { project } from './project';
import { queueEntry } from './queue-entry';
import { Sights } from './sights';
import type { CommitRequest, Store } from './store';
import type { Vault } from './vault';
import type { QueueEntry } from './wire';

const FOREIGN_LOOK_EVERY_MS = 1_000;
const CATCH_UP_PAGE = 1_000;

type Listener = (entries: readonly Entry[]) => void;

/** How long a commit took since it was accepted, in milliseconds. */
export type CommitTiming = { durableMs: number; foldedMs: number };

export type DeskOptions = {
  store: Store;
  clock?: Clock;
  /** For kept secrets; a process that has none cannot keep or use any. */
  vault?: Vault;
  /** Told of a failure to look for foreign entries; the desk goes on looking. */
  onError?: (error: unknown) => void;
  /** Told of every commit that was kept. */
  onCommit?: (timing: CommitTiming) => void;
};

/** The running whole: store, journal, live queue. */
export class Desk {
  readonly views: LiveViews<QueueEntry>;
  /** Commands on one contact queue behind each other, by its namespace and external id. */
  readonly contacts = new KeyedQueue();
  /** Commands that have met a conflict decide again one after the other. */
  readonly retries = new KeyedQueue();
  /** Scans of all contacts take turns: together they hold the event loop no longer than one. */
  readonly scans = new KeyedQueue();
  /** Bulk acts take turns, too: together they have no more in flight than one. */
  readonly bulks = new KeyedQueue();
  /** Conversations that a Take next is claiming at this moment. */
  readonly reserved = new Set<string>();
  /** What people write and have not sent. */
  readonly drafts: Drafts;
  /** The calls that others are to get. */
  readonly deliveries: Deliveries;
  /** How far people have looked. */
  readonly sights: Sights;
  private readonly listeners = new Set<Listener>();
  private readonly onError: (error: unknown) => void;
  private readonly onCommit: DeskOptions['onCommit'];
  private readonly givenVault: Vault | undefined;
  private catchingUp: Promise<void> | null = null;
  private foreignLook: NodeJS.Timeout | null = null;

  private constructor(
    readonly store: Store,
    readonly memory: Memory,
    private readonly clock: Clock,
    options: DeskOptions,
  ) {
    this.onError = options.onError ?? (() => undefined);
    this.onCommit = options.onCommit;
    this.givenVault = options.vault;
    this.drafts = new Drafts(store, this.onError);
    this.deliveries = new Deliveries(store, this.onError);
    this.sights = new Sights(store, this.onError);
    this.views = new LiveViews(memory.queue, (id) => queueEntry(memory, id));
    this.scheduleForeignLook();
  }

  /** Loads the store into memory and starts to look for entries that other processes write. */
  static async open(options: DeskOptions): Promise<Desk> {
    const memory = await Memory.load(options.store);
    return new Desk(options.store, memory, options.clock ?? systemClock, options);
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.clock();
  }

  /** Where secrets are sealed. Throws in a process that was not given the desk's secret. */
  get vault(): Vault {
    if (!this.givenVault) throw new Error("This process was not given the desk's secret.");
    return this.givenVault;
  }

  /**
   * Makes the entries durable and folds them: who awaits it reads its own write. Rejects with a
   * `conflict` if an expectation no longer holds; then nothing is kept.
   */
  async commit(request: CommitRequest): Promise<readonly Entry[]> {
    const acceptedAt = performance.now();
    const entries = await this.store.commit(request);
    const durableMs = performance.now() - acceptedAt;
    const last = entries.at(-1);
    if (last) await this.foldThrough(entries, last.revision);
    this.onCommit?.({ durableMs, foldedMs: performance.now() - acceptedAt });
    return entries;
  }

  /** Calls the listener with every entry after it was folded; returns how to stop. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Folds what other processes have written. */
  async lookForForeignEntries(): Promise<void> {
    const { revision } = await this.store.head();
    while (this.memory.revision < revision) await this.catchUp();
  }

  /** Stops looking and closes the store. */
  async close(): Promise<void> {
    if (this.foreignLook) clearTimeout(this.foreignLook);
    this.foreignLook = null;
    await this.catchingUp;
    await this.store.close();
  }

  private async foldThrough(entries: readonly Entry[], revision: number): Promise<void> {
    if (entries[0]?.revision === this.memory.revision + 1) this.fold(entries);
    while (this.memory.revision < revision) await this.catchUp();
  }

  private fold(entries: readonly Entry[]): void {
    const next = entries.filter((entry) => entry.revision > this.memory.revision);
    if (next.length === 0) return;
    project(this.memory, next);
    for (const listener of this.listeners) listener(next);
  }

  /** Folds the next page of the journal. One at a time: a second caller waits for the first. */
  private catchUp(): Promise<void> {
    this.catchingUp ??= this.store
      .entriesAfter(this.memory.revision, CATCH_UP_PAGE)
      .then((entries) => this.fold(entries))
      .finally(() => {
        this.catchingUp = null;
      });
    return this.catchingUp;
  }

  private scheduleForeignLook(): void {
    this.foreignLook = setTimeout(() => {
      this.lookForForeignEntries()
        .catch(this.onError)
        .finally(() => {
          if (this.foreignLook) this.scheduleForeignLook();
        });
    }, FOREIGN_LOOK_EVERY_MS);
    this.foreignLook.unref();
  }
}
