'use client';

import { createSerializer, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { STATUSES } from '@/lib/desk/facts';
import { HIT_KINDS } from '@/lib/desk/search';

const parsers = {
  q: parseAsString.withDefault(''),
  in: parseAsStringLiteral(HIT_KINDS),
  status: parseAsStringLiteral([...STATUSES, 'open'] as const),
  channel: parseAsString.withDefault(''),
  owner: parseAsString.withDefault(''),
};

const queryOf = createSerializer(parsers);

/** What the address says is looked for, and where. */
export type SearchAddress = ReturnType<typeof useQueryStates<typeof parsers>>[0];

/** The address of a search that nothing filters out of. */
export const EVERYWHERE = { in: null, status: null, channel: null, owner: null } as const;

/** What is looked for lives in the address: a link shares it, and back returns to it. */
export function useSearchAddress() {
  const [address, setAddress] = useQueryStates(parsers, { history: 'replace', shallow: true });
  const isFiltered =
    address.in !== null ||
    address.status !== null ||
    address.channel !== '' ||
    address.owner !== '';
  const query = address.q.trim() === '' ? null : queryOf(address);
  return { address, setAddress, isFiltered, query };
}

export type SetSearchAddress = ReturnType<typeof useSearchAddress>['setAddress'];
