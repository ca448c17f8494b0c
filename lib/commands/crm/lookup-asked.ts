import { type CrmLookup, type CrmStanding, crmFor, isFresh } from '@/lib/desk/crm';
import type { Desk } from '@/lib/desk/desk';
import type { EntryDraft } from '@/lib/desk/entry';
import { crmStandingAsLoaded } from '@/lib/desk/expectations';
import { newId } from '@/lib/desk/ids';
import type { Expectation } from '@/lib/desk/store';

type Asked = { expect: Expectation[]; entries: EntryDraft[] };

const NOTHING: Asked = { expect: [], entries: [] };

/** Asks for the contact to be looked up now. One that waits already is not asked for twice, only sooner. */
export function lookupAsked(standing: CrmStanding, nowMs: number): Asked {
  const { lookup, contactId } = standing;
  if (lookup?.dueAt != null && lookup.dueAt <= nowMs) return NOTHING;
  const waits = lookup?.dueAt != null;
  const after: Omit<CrmLookup, 'key' | 'problem' | 'refused'> = {
    askId: waits ? lookup.askId : newId(nowMs),
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
 * connected for the channel and what it said last is no longer fresh.
 */
export function lookupOnArrival(
  desk: Pick<Desk, 'memory'>,
  channel: string,
  standing: CrmStanding,
  nowMs: number,
): Asked {
  const connection = crmFor(desk.memory.crm, channel);
  const { lookup } = standing;
  const waits = lookup?.dueAt != null;
  if (!connection || waits || (lookup && isFresh(lookup, connection, nowMs))) return NOTHING;
  return lookupAsked(standing, nowMs);
}
