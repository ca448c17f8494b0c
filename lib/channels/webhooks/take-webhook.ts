import { receiveWebhook } from '@/lib/commands/channels/receive-webhook';
import { webhookChannel } from '@/lib/commands/channels/webhook-channel';
import type { Desk } from '@/lib/desk/desk';
import { conflict, invalid } from '@/lib/desk/errors';
import { secretOwnerOf, type WebhookReceipt } from '@/lib/desk/facts';
import { mapPayload } from '@/lib/desk/payload-mapping';
import { type ArrivedCall, readSigned } from './signed-call';

export type Taken =
  | { is: 'received'; receipt: WebhookReceipt }
  /** Nobody who has a secret of the channel has signed it. */
  | { is: 'unsigned'; message: string };

/**
 * Takes a webhook in: its signature says who it is from, the channel's mapping what it says. Throws
 * `not_found` for an unknown channel, `invalid`, naming the fact, for a body that cannot be read so,
 * and `conflict` while the channel has no mapping: then its sender tries again.
 */
export async function takeWebhook(desk: Desk, key: string, call: ArrivedCall): Promise<Taken> {
  const { label } = webhookChannel(desk.memory, key);
  const read = await readSigned(desk, secretOwnerOf(key), call);
  if (!read.isSigned) return { is: 'unsigned', message: read.message };

  const row = await desk.store.webhooks.mapping(key);
  if (!row) throw conflict('Nobody has said yet how the webhooks of this channel are read.');
  const mapped = mapPayload(row.mapping, read.json);
  if (!mapped.ok) throw invalid(mapped.message, mapped.field);
  const ctx = { desk, caller: { kind: 'channel', id: key, name: label } as const };
  const input = { webhookId: read.webhookId, payload: mapped.payload };
  return { is: 'received', receipt: await receiveWebhook({ ctx, input }) };
}
