import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Clock } from '@/lib/desk/clock';
import type { Entry } from '@/lib/desk/entry';
import { DeskError } from '@/lib/desk/errors';
import type { CommitRequest } from '@/lib/desk/store';
import type { Outcome, Waiting, WaitingCommit } from './commit';
import { entriesOf } from './journal';
import type { OwnWrite } from './own-writes';

type Asked = {
  text: string;
  /** While the thread writes, here is time for what its answer needs. */
  meanwhile?: () => void;
  settle: (outcome: Outcome) => void;
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
      const text = textOf({ request, now: this.options.clock() });
      // Read back from its text, so that its entries are what the journal will give, and nobody else's objects.
      let kept: CommitRequest | null = null;
      this.ask({
        text,
        meanwhile: () => {
          kept = requestIn(text);
        },
        settle: (outcome) => {
          if (outcome.is === 'kept') resolve(entriesOf(kept ?? requestIn(text), outcome.kept));
          else reject(errorOf(outcome));
        },
        reject,
      });
    });
  }

  /**
   * Resolves once what belongs to one person alone is on the disk, with whether it changed anything.
   * It shares transactions with commits, and makes no entry. Rejects as a commit does.
   */
  keepOwn(own: OwnWrite): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.ask({
        text: textOf({ own }),
        settle: (outcome) => {
          if (outcome.is === 'written') resolve(outcome.changed);
          else reject(errorOf(outcome));
        },
        reject,
      });
    });
  }

  /** Ends the thread after it has written what waits. */
  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private ask(asked: Asked): void {
    if (this.closing) throw new Error('The store is closed.');
    if (this.stopped) throw this.stopped;
    if (this.waiting.length === 0) this.worker.ref();
    this.waiting.push(asked);
    // What is asked for in one turn of the loop crosses to the thread as one message.
    if (this.unsent.length === 0) setImmediate(() => this.send());
    this.unsent.push(asked);
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
    for (const { meanwhile } of sent) meanwhile?.();
  }

  private settle(outcomes: readonly Outcome[]): void {
    const settled = this.waiting.splice(0, outcomes.length);
    const commits = outcomes.filter(({ is }) => is !== 'written').length;
    if (commits > 0) this.options.onTransaction?.(commits);
    if (this.waiting.length === 0 && !this.closing) this.worker.unref();
    for (const [place, { settle }] of settled.entries()) settle(outcomes[place] ?? UNANSWERED);
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

const UNANSWERED: Outcome = { is: 'failed', message: 'its thread gave no answer' };

function textOf(waiting: Waiting): string {
  return JSON.stringify(waiting);
}

function requestIn(text: string): CommitRequest {
  const { request }: WaitingCommit = JSON.parse(text);
  return request;
}

function errorOf(outcome: Outcome): Error {
  if (outcome.is === 'refused') return new DeskError(outcome.code, outcome.message, outcome.field);
  const why = outcome.is === 'failed' ? outcome.message : 'its thread gave another answer';
  return new Error(`The database could not be written: ${why}`);
}

/** The built server has its thread built beside it; from the sources a small module compiles it. */
function threadOf(here: string): URL {
  return new URL(here.endsWith('.ts') ? './writer-entry.mjs' : './writer.js', here);
}
