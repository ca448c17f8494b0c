import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { freshDatabase } from '../fresh-database';
import { describeStore } from './store-contract';

describeStore('the SQLite store', async (options = {}) => {
  const { path, remove } = freshDatabase();
  let store = await openSqliteStore({ path, ...options });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openSqliteStore({ path, ...options });
      return store;
    },
    close: async () => {
      await store.close();
      remove();
    },
  };
});
