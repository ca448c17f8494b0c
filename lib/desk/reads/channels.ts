import { authorise, type Ctx } from '../context';
import { notFound } from '../errors';
import type { Channel } from '../facts';
import { isoTime } from '../iso-time';
import { checkSigningOwner } from '../signing-owner';
import type { MessengerRow } from '../store';

/** All channels by key. Throws `forbidden`. */
export function readChannels({ desk, caller }: Ctx): Channel[] {
  authorise(caller, 'readSettings');
  return [...desk.memory.channels.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** A channel's messenger. Throws `forbidden`, and `not_found` for a channel that has none. */
export async function readMessenger({ desk, caller }: Ctx, key: string): Promise<MessengerRow> {
  authorise(caller, 'readSettings');
  const messenger = await desk.store.messenger(key);
  if (!messenger) throw notFound('This channel has no messenger.', 'key');
  return messenger;
}

/**
 * When the live signing secrets of an owner were made, the oldest first. Throws `forbidden`, and
 * `not_found` for a channel that nothing signs for.
 */
export async function readSigningSecrets(
  { desk, caller }: Ctx,
  owner: string,
): Promise<{ id: string; createdAt: string }[]> {
  authorise(caller, 'readSettings');
  checkSigningOwner(desk.memory, owner);
  const live = await desk.store.signingSecrets(owner);
  return live.map(({ id, createdAt }) => ({ id, createdAt: isoTime(createdAt) }));
}
