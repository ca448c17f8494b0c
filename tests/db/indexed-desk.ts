import Sqlite from 'better-sqlite3';
import { openDatabase } from '@/db/sqlite/open-database';
import { prepareFollowing } from '@/db/sqlite/search-follow';
import { prepareSearch } from '@/db/sqlite/search-hits';
import { openSearchIndex, searchIndexPath } from '@/db/sqlite/search-index';
import type { SearchRequest } from '@/lib/desk/search';

/** The index of a desk's file, kept up and searched here instead of in its thread. */
export function openIndexed(path: string, lookForMs = Number.POSITIVE_INFINITY) {
  const desk = openDatabase(path);
  const index = openSearchIndex(searchIndexPath(path));
  const follow = prepareFollowing(desk, index);
  const search = prepareSearch(desk, index, { lookForMs });
  return {
    step: follow.step,
    /** Brings the index up to the desk. */
    catchUp(): void {
      while (follow.step().hasMore);
    },
    search: (query: string, more: Partial<SearchRequest> = {}) =>
      search({ query, offset: 0, limit: 200, ...more }),
    /** The words that the index has for messages and contacts. */
    words(): string[] {
      const client = new Sqlite(searchIndexPath(path));
      const vocabulary = ['messages', 'contacts'].flatMap((table) => {
        client.exec(
          `create virtual table temp.${table}_words using fts5vocab('main', '${table}', 'row')`,
        );
        return client.prepare(`select term from temp.${table}_words`).pluck().all().map(String);
      });
      client.close();
      return vocabulary;
    },
    close(): void {
      index.close();
      desk.$client.close();
    },
  };
}
