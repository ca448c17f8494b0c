import type { Desk } from '@/lib/desk/desk';
import { type Delivery, endpointSecretsOf } from '@/lib/desk/endpoint';
import { openedSecrets } from '@/lib/desk/opened-secrets';
import { retryAfterMs } from '@/lib/outgoing/back-off';
import type { GuardedFetch } from '@/lib/outgoing/guarded-fetch';
import { isOutgoingFailure } from '@/lib/outgoing/outgoing-failure';
import { signedHeaders } from '@/lib/outgoing/signed-headers';

const ANSWER_WITHIN_MS = 10_000;
const MOST_BYTES = 64_000;
const KEPT_OF_ANSWER = 500;
const SEALED_ELSEWHERE = 'Its secrets were sealed under another secret file; make a new one.';

/** What came of one call. */
export type Called = {
  isTaken: boolean;
  status: number | null;
  problem: string | null;
  answer: string | null;
  /** How long the other side asks to be left alone. */
  restMs: number;
};

/**
 * Calls an endpoint once, signed with each of its live secrets. Rejects only with what says nothing
 * of the other side: that the desk stops.
 */
export async function callEndpoint(
  desk: Desk,
  outgoing: GuardedFetch,
  delivery: Delivery,
  { url, signal }: { url: string; signal: AbortSignal },
): Promise<Called> {
  const { endpointId, webhookId, body } = delivery;
  const owner = endpointSecretsOf(endpointId);
  const secrets = await openedSecrets(desk, owner);
  if (secrets.length === 0) {
    const isSealed = (await desk.store.signingSecrets(owner)).length > 0;
    return failed(isSealed ? SEALED_ELSEWHERE : 'It has no secret to sign with.');
  }
  const atMs = Date.now();
  const headers = signedHeaders(secrets, webhookId, atMs, body);
  const call = { url, body, headers, timeoutMs: ANSWER_WITHIN_MS, maxBytes: MOST_BYTES, signal };
  try {
    const { status, text, headers: told } = await outgoing.post(call);
    const isTaken = status >= 200 && status < 300;
    return {
      isTaken,
      status,
      problem: isTaken ? null : `The other side answered with ${status}.`,
      answer: text.slice(0, KEPT_OF_ANSWER),
      restMs: retryAfterMs(told['retry-after'], atMs),
    };
  } catch (error) {
    if (!isOutgoingFailure(error) || error.code === 'stopped') throw error;
    return failed(error.message, error.status);
  }
}

function failed(problem: string, status: number | null = null): Called {
  return { isTaken: false, status, problem, answer: null, restMs: 0 };
}
