import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { prepareCheckpoints } from './checkpoints';
import { prepareCommits, type Waiting } from './commit';
import { openDatabase } from './open-database';
import { prepareRewriting } from './rewriting';

/*
 * The thread that owns the only writing connection. What has arrived while it wrote is one group:
 * one transaction, one sync of the disk, one answer.
 */

const port = parentPort;
if (!port) throw new Error('This runs in a thread of the store.');

/** More would make the first of them wait for the last. */
const MOST_AT_ONCE = 500;

const db = openDatabase(workerData.path);
// What is deleted or replaced is overwritten where it was.
db.$client.pragma('secure_delete = ON');
const commitTogether = prepareCommits(db);
const checkpoints = prepareCheckpoints(db);
const rewriting = prepareRewriting(db);

/** A tick's commits as JSON texts; null asks to close. */
type Arrival = readonly string[] | null;

port.on('message', (arrival: Arrival) => {
  const group: Waiting[] = [];
  let next: Arrival | undefined = arrival;
  while (next) {
    for (const text of next) group.push(JSON.parse(text));
    next = group.length < MOST_AT_ONCE ? receiveMessageOnPort(port)?.message : undefined;
  }
  if (group.length > 0) {
    port.postMessage(commitTogether(group));
    checkpoints.wrote(group.length);
    rewriting.wrote();
  }
  if (next === null) {
    rewriting.close();
    checkpoints.close();
    db.$client.close();
    port.close();
  }
});
