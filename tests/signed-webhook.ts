import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** The headers that a sender signs a body with; what is told takes the place of what is usual. */
export function signedHeaders(
  secret: string,
  body: string,
  { id = randomUUID(), at = new Date() }: { id?: string; at?: Date } = {},
): Record<string, string> {
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': `${Math.floor(at.getTime() / 1000)}`,
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
}
