import { Worker } from 'node:worker_threads';
import type { Database } from './open-database';

const COMMITS_BETWEEN = 1_000;
/** So many commits fill it on a desk that is written everywhere. */
const USUAL_LOG_BYTES = 20_000_000;
/** What is moved quickly enough to do it between two commits. */
const FEW_COMMITS = 100;
const IDLE_MS = 1_000;
const LARGEST_LOG_BYTES = 64_000_000;

/**
 * Moves what was committed from the log into the database file, never inside a commit: when the
 * writer has been idle for a second, or when the log has grown. A grown log is moved by a thread of
 * its own while commits go on; what they added meanwhile is moved after it, and the log begins anew.
 * Its file is made as large as it will be when the writer is first idle.
 */
export function prepareCheckpoints({ $client }: Database) {
  $client.pragma('wal_autocheckpoint = 0');
  $client.pragma(`journal_size_limit = ${LARGEST_LOG_BYTES}`);
  const checkpoint = $client.prepare('pragma wal_checkpoint(passive)');
  let thread: Worker | null = null;
  let moving = false;
  let commits = 0;
  let grown = false;
  const idle = setTimeout(whenIdle, IDLE_MS);

  function now(): void {
    commits = 0;
    try {
      checkpoint.all();
    } catch {
      // On a full or failing disk the log stays as it is; commits say for themselves what is wrong.
    }
  }

  function whenIdle(): void {
    if (moving) return;
    if (commits > 0) now();
    if (!grown) growLog($client);
    grown = true;
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
      idle.refresh();
    },
    /** Moves what is left, and ends. */
    close(): void {
      clearTimeout(idle);
      now();
      thread?.postMessage(null);
    },
  };
}

/**
 * Lets the log grow by a write that is undone. A sync of a file that grows has its new length to
 * keep too, which a small commit would wait for.
 */
function growLog(client: Database['$client']): void {
  const cachePages = client.pragma('cache_size', { simple: true });
  try {
    // What does not fit into the cache goes to the log before the transaction ends.
    client.pragma('cache_size = 1');
    client.exec('begin immediate; create table filling (bytes blob)');
    client.prepare('insert into filling values (zeroblob(?))').run(USUAL_LOG_BYTES);
  } catch {
    // On a full disk, or while another process writes, the log grows as commits come.
  } finally {
    if (client.inTransaction) client.exec('rollback');
    client.pragma(`cache_size = ${cachePages}`);
  }
}
