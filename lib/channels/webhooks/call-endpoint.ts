import { Webhook } from 'standardwebhooks';
import type { Desk } from '@/lib/desk/desk';
import { type Delivery, endpointSecretsOf } from '@/lib/desk/endpoint';
import { retryAfterMs } from '@/lib/outgoing/back-off';
import type { GuardedFetch } from '@/lib/outgoing/guarded-fetch';
import { isOutgoingFailure } from '@/lib/outgoing/outgoing-failure';

const ANSWER_WITHIN_MS = 10_000;
const MOST_BYTES = 64_000;
const KEPT_OF_ANSWER = 500;

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
  const secrets = await desk.store.signingSecrets(endpointSecretsOf(endpointId));
  if (secrets.length === 0) return failed('It has no secret to sign with.');
  const at = new Date();
  const opened = secrets.map(({ sealed }) => openedOrNull(desk, sealed));
  const signatures = opened.flatMap((secret) =>
    secret === null ? [] : [new Webhook(secret).sign(webhookId, at, body)],
  );
  if (signatures.length === 0)
    return failed('Its secrets were sealed under another secret file; make a new one.');
  const headers = {
    'webhook-id': webhookId,
    'webhook-timestamp': `${Math.floor(at.getTime() / 1000)}`,
    'webhook-signature': signatures.join(' '),
  };
  const call = { url, body, headers, timeoutMs: ANSWER_WITHIN_MS, maxBytes: MOST_BYTES, signal };
  try {
    const { status, text, headers: told } = await outgoing.post(call);
    const isTaken = status >= 200 && status < 300;
    return {
      isTaken,
      status,
      problem: isTaken ? null : `The other side answered with ${status}.`,
      answer: text.slice(0, KEPT_OF_ANSWER),
      restMs: retryAfterMs(told['retry-after'], at.getTime()),
    };
  } catch (error) {
    if (!isOutgoingFailure(error) || error.code === 'stopped') throw error;
    return failed(error.message, error.status);
  }
}

/** A desk whose secret file was replaced has secrets that nobody can read any more. */
function openedOrNull(desk: Desk, sealed: string): string | null {
  try {
    return desk.vault.open(sealed);
  } catch {
    return null;
  }
}

function failed(problem: string, status: number | null = null): Called {
  return { isTaken: false, status, problem, answer: null, restMs: 0 };
}
