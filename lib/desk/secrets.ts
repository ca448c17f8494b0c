import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits, with a prefix that tells what it is when it leaks. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`;
}

/**
 * What is stored of a secret. A plain SHA-256: a secret of 256 random bits cannot be guessed, so
 * nothing slower is needed.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** A new secret that signs, of 256 random bits, written as Standard Webhooks writes it. */
export function newSigningSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
