import { authorise, type Ctx } from '@/lib/desk/context';
import type { CrmLookup } from '@/lib/desk/crm';
import { type Decision, decide } from '@/lib/desk/decide';
import type { EntryDraft } from '@/lib/desk/entry';
import { catalogueAsInMemory, contactAsLoaded, crmStandingAsLoaded } from '@/lib/desk/expectations';
import type { Contact } from '@/lib/desk/facts';
import type { CrmRecord } from './crm-values';
import { decideCrmRecord } from './decide-crm-record';

/** What has come of asking the CRM once. */
export type LookupOutcome =
  | { is: 'known'; key: string; record: CrmRecord }
  | { is: 'unknown'; key: string }
  /** `retryAt`, in milliseconds, is null when trying again would not help. */
  | { is: 'failed'; problem: string; retryAt: number | null };

/**
 * Keeps what the CRM has answered about a contact as it was when asked: its values by the rules of everybody, those refused listed, and
 * how the lookup stands. What nobody waits for any more, because it was kept before, changes nothing.
 */
export async function recordLookup({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { contact: Contact; askId: string; outcome: LookupOutcome };
}): Promise<void> {
  authorise(ctx.caller, 'writeValues');
  const { namespace, externalId } = input.contact;
  await ctx.desk.contacts.run(`${namespace} ${externalId}`, () =>
    decide(ctx, 'recordLookup', () =>
      decideOnOutcome(ctx, input.contact, input.askId, input.outcome),
    ),
  );
}

async function decideOnOutcome(
  { desk }: Ctx,
  asked: Contact,
  askId: string,
  outcome: LookupOutcome,
): Promise<Decision<void>> {
  const { memory, store } = desk;
  const contactId = asked.id;
  const expectCatalogue = catalogueAsInMemory(memory);
  const contact = await store.contact(contactId);
  const standing = await store.crmStanding(contactId);
  const lookup = standing?.lookup;
  if (!contact || !lookup || lookup.askId !== askId || lookup.dueAt === null)
    return { expect: [], entries: [], answer: () => undefined };
  const expect = [expectCatalogue, contactAsLoaded(contact), crmStandingAsLoaded(standing)];
  const now = desk.now();
  if (outcome.is !== 'known')
    return { expect, entries: [withoutValues(contactId, lookup, outcome, now)], answer: () => {} };

  const { record } = outcome;
  const decided = decideCrmRecord(desk, { contact, standing, record, asked });
  const { stale, refused } = decided;
  const answered: EntryDraft = {
    kind: 'crmLookup.answered',
    body: {
      contactId,
      after: { ...stateOf(lookup), ...ANSWERED, answeredAt: now, isKnown: true, stale },
    },
    personal: { key: outcome.key, problem: null, refused },
  };
  return { expect, entries: [...decided.entries, answered], answer: () => undefined };
}

const ANSWERED = { dueAt: null, failures: 0 };

function withoutValues(
  contactId: string,
  lookup: CrmLookup,
  outcome: Exclude<LookupOutcome, { is: 'known' }>,
  now: number,
): EntryDraft {
  const before = stateOf(lookup);
  if (outcome.is === 'unknown') {
    const after = { ...before, ...ANSWERED, answeredAt: now, isKnown: false, stale: [] };
    const personal = { key: outcome.key, problem: null, refused: [] };
    return { kind: 'crmLookup.answered', body: { contactId, after }, personal };
  }
  const { problem, retryAt } = outcome;
  const after = { ...before, dueAt: retryAt, failures: before.failures + 1 };
  const personal = { key: lookup.key, problem, refused: lookup.refused };
  return { kind: 'crmLookup.failed', body: { contactId, after }, personal };
}

/** What the journal says of it. */
function stateOf({ key: _, problem: __, refused: ___, ...state }: CrmLookup) {
  return state;
}
