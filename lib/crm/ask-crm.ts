import type { CrmConnection } from '@/lib/desk/crm';
import { CRM_SECRET_OWNER } from '@/lib/desk/crm';
import type { Desk } from '@/lib/desk/desk';
import type { Contact } from '@/lib/desk/facts';
import { isoTime } from '@/lib/desk/iso-time';
import { openedSecrets } from '@/lib/desk/opened-secrets';
import type { GuardedFetch, OutgoingAnswer } from '@/lib/outgoing/guarded-fetch';
import { OutgoingFailure } from '@/lib/outgoing/outgoing-failure';
import { signedHeaders } from '@/lib/outgoing/signed-headers';

/** A record of a customer is no longer than this. */
const MAX_ANSWER_BYTES = 256 * 1_024;

/** What the CRM says of a contact. */
export type CrmAnswer = { isKnown: true; json: unknown } | { isKnown: false };

type Asking = {
  desk: Desk;
  fetcher: GuardedFetch;
  connection: CrmConnection;
  contact: Contact;
  /** The same for every try, by which the CRM knows a second one. */
  askId: string;
  signal?: AbortSignal;
};

/** Asks the CRM once what it knows of a contact by its key. Throws an OutgoingFailure. */
export async function askCrm(asking: Asking, key: string): Promise<OutgoingAnswer> {
  const { desk, fetcher, connection, contact, askId, signal } = asking;
  const secrets = await openedSecrets(desk, CRM_SECRET_OWNER);
  if (secrets.length === 0)
    throw new OutgoingFailure(
      'unsigned',
      'There is no signing secret for the CRM: make a new one.',
    );
  const now = desk.now();
  const body = JSON.stringify({
    type: 'contact.lookup',
    timestamp: isoTime(now),
    data: { key, contact: { id: contact.id, externalId: contact.externalId } },
  });
  return fetcher.post({
    url: connection.url,
    body,
    headers: signedHeaders(secrets, askId, now, body),
    timeoutMs: connection.timeoutMs,
    maxBytes: MAX_ANSWER_BYTES,
    signal,
  });
}

/** What an answer says: nothing at all for 404, 204 and `null`. Throws an OutgoingFailure for one that is none. */
export function understood({ status, text, headers }: OutgoingAnswer): CrmAnswer {
  if (status === 404 || status === 204) return { isKnown: false };
  if (status < 200 || status > 299) {
    const message = `It answered with ${status}.`;
    throw new OutgoingFailure('bad_status', message, status, headers['retry-after']);
  }
  const json = parsed(text);
  if (json === null) return { isKnown: false };
  if (typeof json !== 'object' || Array.isArray(json))
    throw new OutgoingFailure('broken_answer', 'Its answer is not an object in JSON.');
  return { isKnown: true, json };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new OutgoingFailure('broken_answer', 'Its answer is not JSON.');
  }
}
