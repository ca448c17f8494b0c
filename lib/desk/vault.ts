import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keeps secrets that the desk has to use again, such as those that sign webhooks: sealed with a key
 * that is derived from the desk's own secret, which lies outside the database. What is only to be
 * recognised is hashed instead.
 */
export class Vault {
  constructor(private readonly secret: string) {}

  /** The text, encrypted and protected from change. The same text is never sealed alike twice. */
  seal(text: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.keyFor('seal'), iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** What was sealed. Throws if it was changed, or sealed under another desk's secret. */
  open(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv(ALGORITHM, this.keyFor('seal'), bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    try {
      const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    } catch {
      throw new Error('A kept secret cannot be read: it was sealed under another secret file.');
    }
  }

  /** A key of 32 bytes for one purpose; keys of two purposes tell nothing of each other. */
  keyFor(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secret, '', `frontrow ${purpose}`, 32));
  }
}
