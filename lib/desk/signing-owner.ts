import { notFound } from './errors';
import { secretOwnerOf } from './facts';
import type { Memory } from './memory';

const CHANNEL_OWNER = secretOwnerOf('');

/** Throws `not_found` for the owner of a channel that does not exist, or that nothing signs for. */
export function checkSigningOwner(memory: Memory, owner: string): void {
  if (!owner.startsWith(CHANNEL_OWNER)) return;
  const channel = memory.channels.get(owner.slice(CHANNEL_OWNER.length));
  if (!channel) throw notFound('There is no such channel.', 'key');
  if (channel.kind === 'api')
    throw notFound('Messages on this channel are posted with an API token, not signed.', 'key');
}
