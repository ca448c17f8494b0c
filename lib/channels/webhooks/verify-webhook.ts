import { Webhook } from 'standardwebhooks';
import { MAX_EXTERNAL_ID_LENGTH } from '@/lib/desk/checks';

/** The three headers of Standard Webhooks, as they came. */
export type WebhookHeaders = {
  id: string | undefined;
  timestamp: string | undefined;
  signature: string | undefined;
};

export type Verified = { ok: true; webhookId: string } | { ok: false; message: string };

/** A sender that tries keys out would make us count for it. */
const MAX_SIGNATURES_LENGTH = 1_000;

/**
 * Whether one of the secrets has signed exactly this body, within five minutes of now. The body is
 * its bytes as text, losing none of them.
 */
export function verifyWebhook(
  secrets: readonly string[],
  { id, timestamp, signature }: WebhookHeaders,
  body: string,
): Verified {
  if (!id || !timestamp || !signature)
    return refuse('Send the headers webhook-id, webhook-timestamp and webhook-signature.');
  if (id.length > MAX_EXTERNAL_ID_LENGTH)
    return refuse(`A webhook-id has at most ${MAX_EXTERNAL_ID_LENGTH} characters.`);
  if (!/^\d{1,12}$/.test(timestamp))
    return refuse('A webhook-timestamp is a number of seconds since 1970.');
  if (signature.length > MAX_SIGNATURES_LENGTH) return refuse('These are too many signatures.');
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signature,
  };
  let why = 'No live secret has signed it.';
  for (const secret of secrets) {
    try {
      new Webhook(secret).verify(body, headers, { jsonParse: false });
      return { ok: true, webhookId: id };
    } catch (error) {
      const isStale = error instanceof Error && /timestamp too/.test(error.message);
      if (isStale) why = 'Its webhook-timestamp is more than five minutes from now.';
    }
  }
  return refuse(why);
}

function refuse(message: string): Verified {
  return { ok: false, message };
}
