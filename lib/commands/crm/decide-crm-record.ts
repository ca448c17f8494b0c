import { isDeepStrictEqual } from 'node:util';
import type { CrmStanding, RefusedByDesk } from '@/lib/desk/crm';
import type { Desk } from '@/lib/desk/desk';
import type { EntryDraft } from '@/lib/desk/entry';
import type { Contact } from '@/lib/desk/facts';
import { decideValues } from '../contacts/decide-values';
import { notOlder, versionsKept } from '../contacts/source-order';
import { attributesChanged } from '../contacts/write-values';
import { type CrmRecord, forTheCrm } from './crm-values';

/**
 * Decides what a record that the CRM gave changes of a contact, by the rules of everybody: what was
 * `refused`, and what was `stale`, older than what is known, changes nothing. A record without a
 * version is as old as the question: `asked` is the contact as it was then, if there was one, and what
 * was written or taken away since stands. Pure but for the desk's clock.
 */
export function decideCrmRecord(
  desk: Desk,
  {
    contact,
    standing,
    record,
    asked,
  }: { contact: Contact; standing: CrmStanding; record: CrmRecord; asked?: Contact },
): { entries: EntryDraft[]; stale: string[]; refused: RefusedByDesk[] } {
  const { attributes } = desk.memory;
  const { version } = record;
  const given = forTheCrm(record.values, attributes, contact.values);
  const ordered = notOlder(given, standing, version);
  const isOvertaken = (key: string) =>
    version === undefined &&
    asked !== undefined &&
    !isDeepStrictEqual(contact.values[key], asked.values[key]);
  const values = new Map([...ordered.current].filter(([key]) => !isOvertaken(key)));
  const { changes, refused } = decideValues({
    attributes,
    current: contact.values,
    values,
    as: 'crm',
    now: desk.now(),
  });
  const changed = changes.length === 0 ? [] : [attributesChanged(contact, 'crm', changes)];
  return {
    entries: [...changed, ...versionsKept(standing, version, values, refused).entries],
    stale: [...ordered.stale, ...[...ordered.current.keys()].filter(isOvertaken)],
    refused: [
      ...record.refused,
      ...refused.map(({ attribute, message }) => ({ attribute, message })),
    ],
  };
}
