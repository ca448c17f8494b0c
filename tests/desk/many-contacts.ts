import type { Scalar } from '@/lib/attributes/attribute';
import { SYSTEM } from '@/lib/desk/context';
import type { Desk } from '@/lib/desk/desk';
import type { EntryDraft } from '@/lib/desk/entry';
import { DESK_NAMESPACE } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';

const CHUNK = 1_000;

/** Makes contacts without a conversation, each with the values given for its place; gives their ids. */
export async function makeContacts(
  desk: Desk,
  count: number,
  valuesAt: (place: number) => Record<string, Scalar>,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId(desk.now()));
  for (let from = 0; from < count; from += CHUNK) {
    const entries = ids
      .slice(from, from + CHUNK)
      .flatMap((id, place) => contactOf(desk, id, valuesAt(from + place)));
    await desk.commit({ actor: SYSTEM, cause: 'makeContacts', expect: [], entries });
  }
  return ids;
}

function contactOf(desk: Desk, contactId: string, values: Record<string, Scalar>): EntryDraft[] {
  const created: EntryDraft = {
    kind: 'contact.created',
    body: { contactId, namespace: DESK_NAMESPACE },
    personal: { externalId: contactId },
  };
  const attributes = Object.keys(values);
  if (attributes.length === 0) return [created];
  const changes = Object.entries(values).map(([attribute, value]) => ({
    attribute,
    before: null,
    after: { value, source: 'crm' as const, setAt: desk.now() },
  }));
  const changed: EntryDraft = {
    kind: 'contact.attributesChanged',
    body: { contactId, attributes, source: 'crm' },
    personal: { changes },
  };
  return [created, changed];
}
