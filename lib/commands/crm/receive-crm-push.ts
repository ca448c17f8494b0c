import { authorise, type Ctx } from '@/lib/desk/context';
import { type CrmPushReceipt, crmKeyOf, noStanding, type RefusedByDesk } from '@/lib/desk/crm';
import { type Decision, decide } from '@/lib/desk/decide';
import type { Desk } from '@/lib/desk/desk';
import type { EntryDraft } from '@/lib/desk/entry';
import { catalogueAsInMemory, contactAsLoaded, crmStandingAsLoaded } from '@/lib/desk/expectations';
import { type Contact, namespaceOf } from '@/lib/desk/facts';
import { channelOf } from '@/lib/desk/reads/contacts';
import type { CrmRecord } from './crm-values';
import { decideCrmRecord } from './decide-crm-record';

type Push = { webhookId: string; key: string; record: CrmRecord };

/** What has come of a push: of how many contacts it is, and what was not taken of it. */
export type CrmPushed = { contacts: number; stale: string[]; refused: RefusedByDesk[] };

/**
 * Writes what the CRM has pushed to the contacts that it knows by the key, each in a commit of its
 * own that also says that it arrived: the same push again changes nothing and gets the first answer.
 * One whom nobody has written as is passed over, and looked up when they write.
 */
export async function receiveCrmPush({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: Push;
}): Promise<CrmPushed> {
  authorise(ctx.caller, 'writeValues');
  const contacts = await contactsOf(ctx.desk, input.key);
  const receipts: CrmPushReceipt[] = [];
  for (const { id, namespace, externalId } of contacts) {
    const receipt = await ctx.desk.contacts.run(`${namespace} ${externalId}`, () =>
      decide(ctx, 'receiveCrmPush', () => decideOnPush(ctx.desk, id, input)),
    );
    if (receipt) receipts.push(receipt);
  }
  return {
    contacts: receipts.length,
    stale: [...new Set(receipts.flatMap(({ stale }) => stale))],
    refused: receipts.flatMap(({ refused }) => refused),
  };
}

/** Those of the connection's channels, by what the connection says that the CRM knows them by. */
async function contactsOf({ memory, store }: Desk, key: string): Promise<Contact[]> {
  const { connection } = memory.crm;
  if (!connection) return [];
  const asked =
    connection.keyAttribute === null
      ? connection.channels.map((channel) => store.contactByExternalId(namespaceOf(channel), key))
      : (await store.contactsByCrmKey(key)).map((id) => store.contact(id));
  const found = await Promise.all(asked);
  // The key that the CRM was asked by may have been corrected since: then it is somebody else's.
  return found
    .filter((contact) => contact !== null)
    .filter(
      (contact) =>
        crmKeyOf(connection, contact) === key && connection.channels.includes(channelOf(contact)),
    );
}

async function decideOnPush(
  desk: Desk,
  contactId: string,
  { webhookId, record }: Push,
): Promise<Decision<CrmPushReceipt | null>> {
  const { memory, store } = desk;
  const expectCatalogue = catalogueAsInMemory(memory);
  const earlier = await store.crmPushReceipt(webhookId, contactId);
  const contact = earlier ? null : await store.contact(contactId);
  if (!contact) return { expect: [], entries: [], answer: () => earlier };
  const standing = (await store.crmStanding(contactId)) ?? noStanding(contactId);
  const { entries, stale, refused } = decideCrmRecord(desk, { contact, standing, record });
  const received: EntryDraft = {
    kind: 'crmPush.received',
    body: { contactId, webhookId, stale },
    personal: { refused },
  };
  return {
    expect: [expectCatalogue, contactAsLoaded(contact), crmStandingAsLoaded(standing)],
    entries: [...entries, received],
    answer: () => ({ stale, refused }),
  };
}
