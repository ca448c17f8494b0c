import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { DEMO_SEED_VERSION, seedDemoDesk } from '@/db/seed';
import { migrateDatabase } from '@/db/sqlite/migrate';
import { searchIndexPath } from '@/db/sqlite/search-index';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { readOrMakeSecret } from '@/lib/auth/secret-file';
import { createSigningSecret } from '@/lib/commands/channels/create-signing-secret';
import { retireSigningSecret } from '@/lib/commands/channels/retire-signing-secret';
import { saveMessenger } from '@/lib/commands/channels/save-messenger';
import { createToken } from '@/lib/commands/tokens/create-token';
import { revokeToken } from '@/lib/commands/tokens/revoke-token';
import { type Ctx, SYSTEM } from '@/lib/desk/context';
import { Desk } from '@/lib/desk/desk';
import { secretOwnerOf } from '@/lib/desk/facts';
import { Vault } from '@/lib/desk/vault';
import type { Environment } from '@/lib/environment';

const KEEP_FOR_MS = 12 * 60 * 60 * 1_000;
const TOKEN_NAME = 'Demo simulator';

/** The messenger that the demo's shop carries. */
export const SHOP_MESSENGER = {
  channel: 'website',
  title: 'Velo & Co',
  greeting: 'Hello! Ask us anything about bikes.',
  accent: '#14532d',
} as const;

/** What is known of a demo desk on disk: when it was sown, and where it was last served. */
const markSchema = z.object({
  version: z.number(),
  seededAt: z.number(),
  url: z.string(),
  /** Of the process that serves it, or last did. */
  pid: z.int().positive(),
});

type Files = Pick<Environment, 'databasePath' | 'credentialsPath' | 'secretPath'>;

function markPath({ databasePath }: Files): string {
  return `${databasePath}.demo.json`;
}

function readMark(files: Files): z.infer<typeof markSchema> | null {
  if (!existsSync(markPath(files)) || !existsSync(files.databasePath)) return null;
  try {
    return markSchema.parse(JSON.parse(readFileSync(markPath(files), 'utf8')));
  } catch {
    return null;
  }
}

/** Where a demo is being served from these files at this moment, or null. */
export async function servedAt(files: Files): Promise<string | null> {
  const mark = readMark(files);
  if (!mark || !isAlive(mark.pid)) return null;
  const answer = await fetch(new URL('/readyz', mark.url)).catch(() => null);
  return answer?.ok ? mark.url : null;
}

/**
 * Leaves a migrated demo desk at these files: the one that is there if it was sown by this version
 * in the last twelve hours, else a fresh one. Says which.
 */
export async function prepareDemoDesk(files: Files, url: string): Promise<void> {
  const mark = readMark(files);
  const fits = mark?.version === DEMO_SEED_VERSION && Date.now() - mark.seededAt < KEEP_FOR_MS;
  if (mark && fits) {
    console.log(`Going on with the demo desk in ${files.databasePath}; delete it to start afresh.`);
    migrateDatabase(files.databasePath);
    writeMark(files, { ...mark, url, pid: process.pid });
    return;
  }
  console.log(
    `${mark ? 'The demo desk has aged: sowing' : 'Sowing'} a fresh one in ${files.databasePath}.`,
  );
  removeDemoDesk(files);
  mkdirSync(dirname(files.databasePath), { recursive: true });
  migrateDatabase(files.databasePath);
  await seedDemoDesk({ path: files.databasePath });
  writeMark(files, { version: DEMO_SEED_VERSION, seededAt: Date.now(), url, pid: process.pid });
}

function writeMark(files: Files, mark: z.infer<typeof markSchema>): void {
  writeFileSync(markPath(files), `${JSON.stringify(mark)}\n`);
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 only asks.
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function removeDemoDesk(files: Files): void {
  const { databasePath, credentialsPath, secretPath } = files;
  const databases = [databasePath, credentialsPath, searchIndexPath(databasePath)];
  const beside = databases.flatMap((path) => [path, `${path}-wal`, `${path}-shm`]);
  for (const path of [...beside, secretPath, markPath(files)]) rmSync(path, { force: true });
}

/** What the simulator and the shop need of a demo desk, made anew at every start. */
export type DemoKeys = {
  /** The secret of an admin token. */
  token: string;
  /** What the shop signs with who is signed in there. */
  shopSecret: string;
};

/** Lets the simulator in, and the shop carry the messenger; the keys of the last time are revoked. */
export async function demoKeys(files: Files, shopUrl: string): Promise<DemoKeys> {
  const vault = new Vault(readOrMakeSecret(files.secretPath));
  const store = await openSqliteStore({ path: files.databasePath });
  const desk = await Desk.open({ store, vault });
  try {
    const ctx: Ctx = { desk, caller: SYSTEM };
    for (const { id, name } of await store.tokens())
      if (name === TOKEN_NAME) await revokeToken({ ctx, input: { id } });
    const { secret: token } = await createToken({
      ctx,
      input: { name: TOKEN_NAME, scope: 'admin' },
    });
    await saveMessenger({ ctx, input: { ...SHOP_MESSENGER, origins: [shopUrl] } });
    const owner = secretOwnerOf(SHOP_MESSENGER.channel);
    for (const { id } of await store.signingSecrets(owner))
      await retireSigningSecret({ ctx, input: { owner, id } });
    const { secret: shopSecret } = await createSigningSecret({ ctx, input: { owner } });
    return { token, shopSecret };
  } finally {
    await desk.close();
  }
}
