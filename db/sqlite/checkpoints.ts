import { Worker } from 'node:worker_threads';
import type { Database } from './open-database';

/** About 20 MB of log on a desk that is written everywhere. */
const COMMITS_BETWEEN = 1_000;
/** Of which the rest is moved quickly enough to do it between two commits. */
const FEW_COMMITS = 100;
const IDLE_MS = 1_000;
const LARGEST_LOG_BYTES = 64_000_000;

/**
 * Moves what was committed from the log into the database file, never inside a commit: when the
 * writer has been idle for a second, or when the log has grown. A grown log is moved by a thread of
 * its own while commits go on; what they added meanwhile is moved after it, and the log begins anew.
 */
export function prepareCheckpoints({ $client }: Database) {
  $client.pragma('wal_autocheckpoint = 0');
  $client.pragma(`journal_size_limit = ${LARGEST_LOG_BYTES}`);
  const checkpoint = $client.prepare('pragma wal_checkpoint(passive)');
  let thread: Worker | null = null;
  let moving = false;
  let commits = 0;
  let idle: NodeJS.Timeout | null = null;

  function now(): void {
    commits = 0;
    try {
      checkpoint.all();
    } catch {
      // On a full or failing disk the log stays as it is; commits say for themselves what is wrong.
    }
  }

  function startThread(): Worker {
    const here = import.meta.url;
    const file = here.endsWith('.ts') ? './checkpoint-thread.mjs' : './checkpointer.js';
    const started = new Worker(new URL(file, here), { workerData: { path: $client.name } });
    started.on('message', () => {
      moving = false;
      if (commits > FEW_COMMITS) move();
      else now();
    });
    started.on('error', () => {
      thread = null;
      moving = false;
    });
    return started;
  }

  function move(): void {
    moving = true;
    commits = 0;
    thread ??= startThread();
    thread.postMessage('move');
  }

  return {
    wrote(count: number): void {
      commits += count;
      if (commits >= COMMITS_BETWEEN && !moving) move();
      if (idle) idle.refresh();
      else
        idle = setTimeout(() => {
          if (commits > 0 && !moving) now();
        }, IDLE_MS);
    },
    /** Moves what is left, and ends. */
    close(): void {
      if (idle) clearTimeout(idle);
      now();
      thread?.postMessage(null);
    },
  };
}
