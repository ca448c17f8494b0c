import type { Desk } from '@/lib/desk/desk';
import { invalid } from '@/lib/desk/errors';
import { openedSecrets } from '@/lib/desk/opened-secrets';
import { verifyWebhook, type WebhookHeaders } from './verify-webhook';

/** A call as it came in: nothing has read its bytes, for they are what is signed. */
export type ArrivedCall = { headers: WebhookHeaders; body: ArrayBuffer };

export type ReadCall =
  | { isSigned: true; webhookId: string; json: unknown }
  /** Nobody who has a secret of the owner has signed it. */
  | { isSigned: false; message: string };

const UNREADABLE = 'The body is not JSON in UTF-8.';

/** Reads a call that a secret of the owner has signed. Throws `invalid` for a body that is no JSON. */
export async function readSigned(
  desk: Desk,
  owner: string,
  { headers, body }: ArrivedCall,
): Promise<ReadCall> {
  const text = textOf(body);
  const verified = verifyWebhook(await openedSecrets(desk, owner), headers, text);
  if (!verified.ok) return { isSigned: false, message: verified.message };
  return { isSigned: true, webhookId: verified.webhookId, json: jsonOf(text) };
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
