import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Clock } from '@/lib/desk/clock';
import type { Entry } from '@/lib/desk/entry';
import { DeskError } from '@/lib/desk/errors';
import type { CommitRequest } from '@/lib/desk/store';
import type { Outcome, Waiting } from './commit';
import { entriesOf } from './journal';

type Asked = {
  text: string;
  /** Read back from its text, so that its entries are what the journal will give, and nobody else's objects. */
  kept: CommitRequest | null;
  resolve: (entries: Entry[]) => void;
  reject: (error: Error) => void;
};

export type WriterOptions = {
  path: string;
  clock: Clock;
  /** Told once if the thread ends by itself. */
  onStopped: (error: Error) => void;
  /** Told how many commits shared a transaction. */
  onTransaction?: (commits: number) => void;
};

/** The thread that commits, as the store sees it. Starts at once; commits wait until it runs. */
export class Writer {
  private readonly worker: Worker;
  /** In the order they were asked for, which is the order they are answered in. */
  private readonly waiting: Asked[] = [];
  private unsent: Asked[] = [];
  private stopped: Error | null = null;
  private closing: Promise<void> | null = null;

  constructor(private readonly options: WriterOptions) {
    this.worker = new Worker(threadOf(import.meta.url), { workerData: { path: options.path } });
    this.worker.on('message', (outcomes: Outcome[]) => this.settle(outcomes));
    this.worker.on('error', (error) => this.stop(error));
    this.worker.on('exit', () => this.stop());
    // Keeps the process alive only while somebody waits.
    this.worker.unref();
  }

  /** Resolves once the entries are on the disk. Rejects with a `conflict`, or when it cannot write. */
  commit(request: CommitRequest): Promise<Entry[]> {
    return new Promise((resolve, reject) => {
      if (request.entries.length === 0) throw new Error('A commit needs at least one entry.');
      if (this.closing) throw new Error('The store is closed.');
      if (this.stopped) throw this.stopped;
      const waiting: Waiting = { request, now: this.options.clock() };
      const text = JSON.stringify(waiting);
      if (this.waiting.length === 0) this.worker.ref();
      const asked = { text, kept: null, resolve, reject };
      this.waiting.push(asked);
      // What is asked for in one turn of the loop crosses to the thread as one message.
      if (this.unsent.length === 0) setImmediate(() => this.send());
      this.unsent.push(asked);
    });
  }

  /** Ends the thread after it has written what waits. */
  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    if (this.stopped) return;
    this.send();
    const ended = once(this.worker, 'exit');
    this.worker.ref();
    this.worker.postMessage(null);
    await ended;
  }

  private send(): void {
    const sent = this.unsent;
    if (sent.length === 0) return;
    this.unsent = [];
    this.worker.postMessage(sent.map(({ text }) => text));
    // While the thread writes, here is time for what its answer needs.
    for (const asked of sent) asked.kept = requestIn(asked.text);
  }

  private settle(outcomes: readonly Outcome[]): void {
    const settled = this.waiting.splice(0, outcomes.length);
    this.options.onTransaction?.(outcomes.length);
    if (this.waiting.length === 0 && !this.closing) this.worker.unref();
    for (const [place, { kept, resolve, reject }] of settled.entries()) {
      const outcome = outcomes[place];
      if (outcome?.is === 'kept' && kept) resolve(entriesOf(kept, outcome.kept));
      else reject(errorOf(outcome));
    }
  }

  private stop(cause?: unknown): void {
    if (this.stopped) return;
    const why = cause instanceof Error ? `: ${cause.message}` : '';
    this.stopped = new Error(`The thread that writes the database has ended${why}.`, { cause });
    this.unsent = [];
    for (const { reject } of this.waiting.splice(0)) reject(this.stopped);
    if (!this.closing) this.options.onStopped(this.stopped);
  }
}

function requestIn(text: string): CommitRequest {
  const { request }: Waiting = JSON.parse(text);
  return request;
}

function errorOf(outcome: Outcome | undefined): Error {
  if (outcome?.is === 'refused') return new DeskError(outcome.code, outcome.message, outcome.field);
  const why = outcome?.is === 'failed' ? outcome.message : 'its thread gave no answer';
  return new Error(`The database could not be written: ${why}`);
}

/** The built server has its thread built beside it; from the sources a small module compiles it. */
function threadOf(here: string): URL {
  return new URL(here.endsWith('.ts') ? './writer-entry.mjs' : './writer.js', here);
}
