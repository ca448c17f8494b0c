import { authorise, type Ctx } from '../context';
import { notFound } from '../errors';
import type { WebhookChannelWire } from '../wire-webhooks';

/** How the webhooks of a channel are read. Throws `forbidden`, and `not_found` for a channel of another kind. */
export async function readWebhookChannel(
  { desk, caller }: Ctx,
  key: string,
): Promise<WebhookChannelWire> {
  authorise(caller, 'readSettings');
  if (desk.memory.channels.get(key)?.kind !== 'webhook')
    throw notFound(`There is no webhook channel ${key}.`, 'key');
  const row = await desk.store.webhooks.mapping(key);
  return { channel: key, mapping: row?.mapping ?? null, revision: row?.revision ?? 0 };
}
