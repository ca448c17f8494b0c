import { notFound } from '@/lib/desk/errors';
import type { Channel } from '@/lib/desk/facts';
import type { Memory } from '@/lib/desk/memory';

/** The channel of kind `webhook` with this key. Throws `not_found` for none, or one of another kind. */
export function webhookChannel(memory: Memory, key: string): Channel {
  const channel = memory.channels.get(key);
  if (channel?.kind !== 'webhook') throw notFound(`There is no webhook channel ${key}.`, 'key');
  return channel;
}
