import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from './open-database';
import { prepareFollowing } from './search-follow';
import { prepareSearch } from './search-hits';
import { openSearchIndex, searchIndexPath } from './search-index';
import type { Asked, SearchAnswer } from './searcher';

/*
 * The thread that searches. It reads the desk and writes nothing but its own index, which it keeps
 * up with the desk between searches; what takes long here holds up nobody but who searches.
 */

const port = parentPort;
if (!port) throw new Error('This runs in a thread of the store.');

/** How long a search waits for what was committed just before. */
const CATCH_UP_MS = 50;
const LOOK_EVERY_MS = 250;
/** Between two steps of a filling, so that it does not take a processor for itself. */
const REST_MS = 2;

const desk = openDatabase(workerData.path);
desk.$client.pragma('query_only = ON');
const index = openSearchIndex(searchIndexPath(workerData.path));
const follow = prepareFollowing(desk, index);
const search = prepareSearch(desk, index);
let following = setTimeout(keepUp, 0);

function keepUp(): void {
  let hasMore = false;
  try {
    const at = follow.step();
    if (at.isPurged) index.rewrite();
    ({ hasMore } = at);
  } catch {
    // On a full or busy disk the index stays as it is; a search says what is wrong.
  }
  following = setTimeout(keepUp, hasMore ? REST_MS : LOOK_EVERY_MS);
}

function answer({ id, request }: Asked): SearchAnswer {
  try {
    const until = performance.now() + CATCH_UP_MS;
    let at = follow.step();
    while (at.indexed < 1 && performance.now() < until) at = follow.step();
    const { revision, indexed } = at;
    return { id, found: { revision, indexed, ...search(request) } };
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}

port.on('message', (asked: Asked | null) => {
  if (asked) {
    port.postMessage(answer(asked));
    return;
  }
  clearTimeout(following);
  index.close();
  desk.$client.close();
  port.close();
});
