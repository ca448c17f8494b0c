import { receiveWebhook } from '@/lib/commands/channels/receive-webhook';
import { webhookChannel } from '@/lib/commands/channels/webhook-channel';
import type { Desk } from '@/lib/desk/desk';
import { conflict, invalid } from '@/lib/desk/errors';
import { secretOwnerOf, type WebhookReceipt } from '@/lib/desk/facts';
import { mapPayload } from '@/lib/desk/payload-mapping';
import { verifyWebhook, type WebhookHeaders } from './verify-webhook';

/** A webhook as it came in. */
export type ArrivedWebhook = { channel: string; headers: WebhookHeaders; body: ArrayBuffer };

export type Taken =
  | { is: 'received'; receipt: WebhookReceipt }
  /** Nobody who has a secret of the channel has signed it. */
  | { is: 'unsigned'; message: string };

const UNREADABLE = 'The body is not JSON in UTF-8.';

/**
 * Takes a webhook in: its signature says who it is from, the channel's mapping what it says. Throws
 * `not_found` for an unknown channel, `invalid`, naming the fact, for a body that cannot be read so,
 * and `conflict` while the channel has no mapping: then its sender tries again.
 */
export async function takeWebhook(
  desk: Desk,
  { channel: key, headers, body }: ArrivedWebhook,
): Promise<Taken> {
  const { label } = webhookChannel(desk.memory, key);
  const secrets = await desk.store.signingSecrets(secretOwnerOf(key));
  const text = textOf(body);
  const verified = verifyWebhook(
    secrets.map(({ sealed }) => desk.vault.open(sealed)),
    headers,
    text,
  );
  if (!verified.ok) return { is: 'unsigned', message: verified.message };

  const row = await desk.store.webhooks.mapping(key);
  if (!row) throw conflict('Nobody has said yet how the webhooks of this channel are read.');
  const mapped = mapPayload(row.mapping, jsonOf(text));
  if (!mapped.ok) throw invalid(mapped.message, mapped.field);
  const ctx = { desk, caller: { kind: 'channel', id: key, name: label } as const };
  const input = { webhookId: verified.webhookId, payload: mapped.payload };
  return { is: 'received', receipt: await receiveWebhook({ ctx, input }) };
}

/** The bytes as text that loses none of them; a byte order mark is a part of what was signed. */
function textOf(body: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw invalid(UNREADABLE);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(UNREADABLE);
  }
}
