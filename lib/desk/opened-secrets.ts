import type { Desk } from './desk';

/**
 * The live signing secrets of an owner, opened, the oldest first. Those that were sealed under
 * another secret file cannot be, and are left out.
 */
export async function openedSecrets(
  { store, vault }: Pick<Desk, 'store' | 'vault'>,
  owner: string,
): Promise<string[]> {
  const live = await store.signingSecrets(owner);
  return live.flatMap(({ sealed }) => {
    try {
      return [vault.open(sealed)];
    } catch {
      return [];
    }
  });
}
