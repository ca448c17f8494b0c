import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: [
    './db/sqlite/schema.ts',
    './db/sqlite/schema-beside-journal.ts',
    './db/sqlite/schema-channels.ts',
    './db/sqlite/schema-crm.ts',
    './db/sqlite/schema-search.ts',
    './db/sqlite/schema-unread.ts',
    './db/sqlite/schema-webhooks.ts',
  ],
  out: './db/sqlite/migrations',
});
