import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

// Plain JavaScript, so that it starts at once, from the sources as from the build.
const client = new Sqlite(workerData.path);
client.pragma('synchronous = FULL');
const checkpoint = client.prepare('pragma wal_checkpoint(passive)');

parentPort?.on('message', (asked) => {
  if (asked === null) {
    client.close();
    parentPort?.close();
    return;
  }
  try {
    checkpoint.all();
  } catch {
    // On a full or failing disk the log stays as it is; commits say for themselves what is wrong.
  }
  parentPort?.postMessage('done');
});
