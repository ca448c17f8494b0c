import { prepareHead } from './head';
import type { Database } from './open-database';

/** So long the writer is idle before it may be held up for as long as writing the file anew takes. */
const IDLE_MS = 5_000;

/**
 * Writes the database file anew once something was deleted for good and nobody is writing: until
 * then there may be traces of it where rows once were. At the start what is due from before is done
 * at once.
 */
export function prepareRewriting(db: Database) {
  const { $client } = db;
  const head = prepareHead(db);
  const idle = setTimeout(rewriteIfDue, IDLE_MS);

  function rewriteIfDue(): void {
    try {
      if (!head.rewriteDue()) return;
      $client.exec('vacuum');
      // The log has the old pages, too: it must be empty before this is done.
      if (isLogEmptied(db)) head.setRewriteDue(false);
      else idle.refresh();
    } catch {
      // On a full or failing disk it stays due; commits say for themselves what is wrong.
    }
  }

  rewriteIfDue();
  return {
    wrote: () => void idle.refresh(),
    close: () => clearTimeout(idle),
  };
}

/** Moves all of the log into the file and cuts it off; false while somebody reads what is in it. */
function isLogEmptied({ $client }: Database): boolean {
  return Number($client.pragma('wal_checkpoint(truncate)', { simple: true })) === 0;
}
