import type { AttributeValue } from '@/lib/attributes/attribute';
import { ContactColumns } from '@/lib/attributes/contact-columns';
import { IndexedMatcher } from '@/lib/segments/indexed-matcher';
import { SegmentNumbers, type SegmentSet } from '@/lib/segments/segment-set';
import type { MatchDesk } from './match-desk';

/** Contacts in columns and the matcher over them, as the desk has them; handles are the places in `contacts`. */
export function matchingContacts({ segments, attributes, contacts }: Omit<MatchDesk, 'changes'>) {
  const columns = new ContactColumns();
  const numbers = new SegmentNumbers();
  const matcher = new IndexedMatcher({ segments, attributes, timeZone: 'UTC', columns, numbers });
  for (const values of contacts) columns.add(values);
  return { columns, matcher };
}

/** The same with each contact's matches, kept while its values change. */
export function changingContacts(desk: MatchDesk) {
  const { columns, matcher } = matchingContacts(desk);
  const matches = desk.contacts.map((_, handle) => matcher.matchesAt(handle));
  return (handle: number, attribute: string, value: AttributeValue | null): SegmentSet => {
    const before = columns.column(attribute).set(handle, value);
    const current = matches[handle] ?? matcher.matchesAt(handle);
    const after = matcher.rematch(handle, current, [{ attribute, before }]);
    matches[handle] = after;
    return after;
  };
}
