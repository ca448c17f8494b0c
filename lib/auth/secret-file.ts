import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const MIN_SECRET_LENGTH = 32;

/**
 * The secret that signs sessions, from its file; one is made at first start, readable by its owner
 * only. Throws for one that is too short or too plain to keep anything safe.
 */
export function readOrMakeSecret(path: string): string {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < MIN_SECRET_LENGTH || new Set(secret).size < 10)
    throw new Error(
      `The secret in ${path} is too weak: it needs at least ${MIN_SECRET_LENGTH} random characters. Delete the file to have a new one made; everybody then signs in again.`,
    );
  return secret;
}
