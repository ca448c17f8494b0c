import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readOrMakeSecret } from '@/lib/auth/secret-file';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frontrow-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the secret that signs sessions', () => {
  test('is made at first start, readable by its owner only, and read again after', () => {
    const path = join(folder, 'data', 'desk.secret');
    const secret = readOrMakeSecret(path);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readOrMakeSecret(path)).toBe(secret);
    expect(readOrMakeSecret(join(folder, 'other.secret'))).not.toBe(secret);
  });

  test.each([
    ['empty', ''],
    ['blank', ' \n\n'],
    ['short', 'abcdefghijklmnopqrstuvwxyz01234'],
    ['long but plain', 'abab'.repeat(20)],
  ])('is refused when it is %s, with the way out', (_, text) => {
    const path = join(folder, 'weak.secret');
    writeFileSync(path, text);
    expect(() => readOrMakeSecret(path)).toThrow(/weak\.secret is too weak.*Delete the file/);
  });

  test('is taken when somebody has put a strong one there', () => {
    const path = join(folder, 'own.secret');
    writeFileSync(path, 'abcdefghijklmnopqrstuvwxyz012345\n');
    expect(readOrMakeSecret(path)).toBe('abcdefghijklmnopqrstuvwxyz012345');
  });
});
