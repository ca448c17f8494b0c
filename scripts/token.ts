import { existsSync } from 'node:fs';
import { z } from 'zod';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { createToken } from '@/lib/commands/tokens/create-token';
import { MAX_NAME_LENGTH } from '@/lib/desk/checks';
import { SYSTEM } from '@/lib/desk/context';
import { Desk } from '@/lib/desk/desk';
import { TOKEN_SCOPES } from '@/lib/desk/facts';
import { layFoundation } from '@/lib/desk/foundation';
import { readEnvironment } from '@/lib/environment';
import { readArguments } from './arguments';

const USAGE = `Usage: npm run token -- --name NAME --scope ${TOKEN_SCOPES.join('|')}`;

const wanted = z.object({
  name: z.string().trim().min(1).max(MAX_NAME_LENGTH),
  scope: z.enum(TOKEN_SCOPES),
});

/** Makes the token, also while a server has the database open: it sees the token at once. */
async function makeToken(input: z.infer<typeof wanted>): Promise<string> {
  const { databasePath } = readEnvironment(process.env);
  if (!existsSync(databasePath))
    throw new Error(`There is no database ${databasePath}. Run: npm run db:migrate`);
  const desk = await Desk.open({ store: await openSqliteStore({ path: databasePath }) });
  try {
    // A desk that never ran has none yet, and only lays one while its journal is empty.
    await layFoundation(desk);
    const { secret } = await createToken({ ctx: { desk, caller: SYSTEM }, input });
    return secret;
  } finally {
    await desk.close();
  }
}

try {
  console.log(await makeToken(readArguments(wanted, USAGE)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
