import { ATTRIBUTE_KEY } from '@/lib/attributes/attribute';

const MAX_KEY_LENGTH = 63;

/**
 * A free key for a label: "Lifetime value (€)" → "lifetime_value", with a number behind it when it
 * is taken. Empty when the label has no Latin letter to begin a key with.
 */
export function proposeKey(label: string, taken: ReadonlySet<string>): string {
  const stem = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, MAX_KEY_LENGTH)
    .replace(/_+$/, '');
  if (!taken.has(stem)) return stem;
  for (let n = 2; ; n += 1) {
    const key = `${stem.slice(0, MAX_KEY_LENGTH - 5)}_${n}`;
    if (!taken.has(key)) return key;
  }
}

/** What is wrong with a key, in the reader's words, or nothing. */
export function keyProblem(key: string, taken: ReadonlySet<string>): string | undefined {
  if (key === '') return 'Give it a key.';
  if (!ATTRIBUTE_KEY.test(key)) {
    return 'Begin with a letter; then lower-case letters, digits and _, 63 at most.';
  }
  if (taken.has(key)) return 'Another attribute has this key.';
  return undefined;
}
