import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Found, SearchRequest } from '@/lib/desk/search';

/** A search on its way to the thread, and its answer. */
export type Asked = { id: number; request: SearchRequest };
export type SearchAnswer = { id: number; found: Found } | { id: number; failed: string };

type Waiting = Asked & {
  signal: AbortSignal | undefined;
  resolve: (found: Found) => void;
  reject: (error: unknown) => void;
};

/**
 * The thread that searches, as the store sees it; it starts when it is first needed. It is asked one
 * thing at a time, so that what nobody waits for any more is never looked for.
 */
export class Searcher {
  private worker: Worker | null = null;
  private readonly waiting: Waiting[] = [];
  private asked: Waiting | null = null;
  private lastId = 0;
  private isClosed = false;

  constructor(private readonly path: string) {}

  /** Starts the thread, which brings its index up to what the desk has committed and keeps it there. */
  start(): Worker {
    this.worker ??= this.startThread();
    return this.worker;
  }

  /** Rejects with the signal's reason once it is aborted, or when the index cannot be read. */
  search(request: SearchRequest, signal?: AbortSignal): Promise<Found> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.isClosed) throw new Error('The store is closed.');
      this.lastId += 1;
      this.waiting.push({ id: this.lastId, request, signal, resolve, reject });
      this.askNext();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const closed = new Error('The store is closed.');
    for (const { reject } of this.waiting.splice(0)) reject(closed);
    if (!this.worker) return;
    const ended = once(this.worker, 'exit');
    this.worker.ref();
    this.worker.postMessage(null);
    await ended;
  }

  private askNext(): void {
    while (!this.asked) {
      const next = this.waiting.shift();
      if (!next) return;
      if (next.signal?.aborted) {
        next.reject(next.signal.reason);
        continue;
      }
      this.asked = next;
      const worker = this.start();
      // Keeps the process alive only while somebody waits.
      worker.ref();
      worker.postMessage({ id: next.id, request: next.request } satisfies Asked);
    }
  }

  private startThread(): Worker {
    const here = import.meta.url;
    const file = here.endsWith('.ts') ? './search-entry.mjs' : './searcher.js';
    const worker = new Worker(new URL(file, here), { workerData: { path: this.path } });
    worker.on('message', (answer: SearchAnswer) => this.settle(answer));
    worker.on('error', (error) => this.stop(worker, error));
    worker.on('exit', () => this.stop(worker, new Error('The thread that searches has ended.')));
    worker.unref();
    return worker;
  }

  private settle(answer: SearchAnswer): void {
    const asked = this.asked;
    this.asked = null;
    if (this.waiting.length === 0) this.worker?.unref();
    if ('found' in answer) asked?.resolve(answer.found);
    else asked?.reject(new Error(`The search index could not be read: ${answer.failed}`));
    this.askNext();
  }

  /** The next search starts another thread. */
  private stop(worker: Worker, error: unknown): void {
    if (this.worker !== worker) return;
    this.worker = null;
    const asked = this.asked;
    this.asked = null;
    asked?.reject(error);
    if (!this.isClosed) this.askNext();
  }
}
