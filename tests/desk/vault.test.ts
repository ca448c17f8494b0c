import { expect, test } from 'vitest';
import { Vault } from '@/lib/desk/vault';

const vault = new Vault('a secret of at least thirty-two characters');

test('a sealed secret is read again by a desk with the same secret file, and shows nothing of itself', () => {
  const sealed = vault.seal('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
  expect(sealed).not.toContain('whsec');
  expect(new Vault('a secret of at least thirty-two characters').open(sealed)).toBe(
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  );
  expect(vault.seal('twice')).not.toBe(vault.seal('twice'));
  expect(vault.open(vault.seal(''))).toBe('');
});

test('a sealed secret is not read under another secret file, nor once a bit of it was changed', () => {
  const sealed = vault.seal('a secret');
  const other = new Vault('another secret of at least thirty-two characters');
  expect(() => other.open(sealed)).toThrow('sealed under another secret file');
  const bytes = Buffer.from(sealed, 'base64url');
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => vault.open(changed.toString('base64url'))).toThrow();
  }
  for (const broken of ['', 'x', sealed.slice(0, 20)]) expect(() => vault.open(broken)).toThrow();
});

test('keys for two purposes are not alike', () => {
  expect(vault.keyFor('visitors')).toHaveLength(32);
  expect(vault.keyFor('visitors')).not.toEqual(vault.keyFor('files'));
});
