import {
  type CrmConnection,
  type CrmLookup,
  type CrmStanding,
  crmFor,
  isFresh,
  noStanding,
} from '@/lib/desk/crm';
import type { Desk } from '@/lib/desk/desk';
import type { EntryDraft, ValueChange } from '@/lib/desk/entry';
import { crmStandingAsLoaded } from '@/lib/desk/expectations';
import type { Contact } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import { channelOf } from '@/lib/desk/reads/contacts';
import type { Expectation } from '@/lib/desk/store';

type Asked = { expect: Expectation[]; entries: EntryDraft[] };

const NOTHING: Asked = { expect: [], entries: [] };

/**
 * Asks for the contact to be looked up now. One that waits already is not asked for twice, only
 * sooner; unless it is to be asked for anew, so that what is on its way is of no use any more.
 */
export function lookupAsked(standing: CrmStanding, nowMs: number, isAnew = false): Asked {
  const { lookup, contactId } = standing;
  const dueAt = isAnew ? null : (lookup?.dueAt ?? null);
  if (dueAt !== null && dueAt <= nowMs) return NOTHING;
  const after: Omit<CrmLookup, 'key' | 'problem' | 'refused'> = {
    askId: lookup && dueAt !== null ? lookup.askId : newId(nowMs),
    askedAt: nowMs,
    dueAt: nowMs,
    failures: 0,
    answeredAt: lookup?.answeredAt ?? null,
    isKnown: lookup?.isKnown ?? null,
    stale: lookup?.stale ?? [],
  };
  const personal = {
    key: lookup?.key ?? null,
    problem: null,
    refused: lookup?.refused ?? [],
  };
  return {
    expect: [crmStandingAsLoaded(standing)],
    entries: [{ kind: 'crmLookup.asked', body: { contactId, after }, personal }],
  };
}

/**
 * What the arrival of a contact's message adds to its commit: that the CRM is asked, if it is
 * connected for the channel, and what it said last is no longer fresh or was said of another key.
 */
export function lookupOnArrival(
  desk: Pick<Desk, 'memory'>,
  channel: string,
  standing: CrmStanding,
  { changes, nowMs }: { changes: readonly ValueChange[]; nowMs: number },
): Asked {
  const connection = crmFor(desk.memory.crm, channel);
  if (!connection) return NOTHING;
  const { lookup } = standing;
  if (hasNewKey(connection, changes)) return lookupAsked(standing, nowMs, true);
  const waits = lookup?.dueAt != null;
  return waits || (lookup && isFresh(lookup, connection, nowMs))
    ? NOTHING
    : lookupAsked(standing, nowMs);
}

/**
 * What written values add to their commit: that the CRM is asked, if it is connected for the
 * contact's channel and knows contacts by one of them.
 */
export async function lookupOnNewKey(
  desk: Pick<Desk, 'memory' | 'store' | 'now'>,
  contact: Contact,
  changes: readonly ValueChange[],
): Promise<Asked> {
  const connection = crmFor(desk.memory.crm, channelOf(contact));
  if (!connection || !hasNewKey(connection, changes)) return NOTHING;
  const standing = await desk.store.crmStanding(contact.id);
  return lookupAsked(standing ?? noStanding(contact.id), desk.now(), true);
}

/** Where the contact of a message stands with the CRM, as far as its arrival asks for it. */
export async function standingOnArrival(
  { memory, store }: Pick<Desk, 'memory' | 'store'>,
  channel: string,
  contact: Contact | null,
): Promise<CrmStanding | null> {
  return contact && crmFor(memory.crm, channel) ? store.crmStanding(contact.id) : null;
}

function hasNewKey({ keyAttribute }: CrmConnection, changes: readonly ValueChange[]): boolean {
  return changes.some(({ attribute, after }) => attribute === keyAttribute && after !== null);
}
