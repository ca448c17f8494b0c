'use client';

import {
  createSerializer,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from 'nuqs';
import { useMemo } from 'react';
import { QUEUE_ORDERS, QUEUE_STATUSES, SEGMENT_MATCHES } from '@/lib/ranking/filter';
import type { QueueView } from './queue-store';

const parsers = {
  segments: parseAsArrayOf(parseAsString).withDefault([]),
  match: parseAsStringLiteral(SEGMENT_MATCHES).withDefault('any'),
  channel: parseAsString.withDefault(''),
  owner: parseAsString.withDefault(''),
  status: parseAsStringLiteral(QUEUE_STATUSES).withDefault('new'),
  order: parseAsStringLiteral(QUEUE_ORDERS).withDefault('priority'),
  /** The id of the saved view that was opened; what it shows stands in the rest. */
  view: parseAsString.withDefault(''),
};

/** An address as a query, with its question mark. */
export const queryOf = createSerializer(parsers);

/** What the address says of the queue; '' where it does not restrict. */
export type QueueAddress = ReturnType<typeof useQueryStates<typeof parsers>>[0];

/** The address of a queue that nothing filters out of, and of no saved view; the order stays. */
export const UNFILTERED = {
  segments: null,
  match: null,
  channel: null,
  owner: null,
  status: null,
  view: null,
} as const;

/** The view that the address names. */
export function viewOf(address: QueueAddress): QueueView {
  const { segments, match, channel, owner, status, order } = address;
  return {
    filter: {
      ...(segments.length > 0 && { segments, match }),
      ...(channel !== '' && { channel }),
      ...(owner !== '' && { owner }),
      status,
    },
    order,
  };
}

/** Whether the address leaves conversations out that the plain queue shows. */
export function isFiltered({ segments, channel, owner, status }: QueueAddress): boolean {
  return segments.length > 0 || channel !== '' || owner !== '' || status !== 'new';
}

/** The queue's filter and order live in the address: a link shares them, and back undoes them. */
export function useQueueAddress() {
  const [address, setAddress] = useQueryStates(parsers, { history: 'push', shallow: true });
  const query = queryOf(address);
  // The query says all there is in an address.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const view = useMemo(() => viewOf(address), [query]);
  return { address, setAddress, view, query };
}

export type SetAddress = ReturnType<typeof useQueueAddress>['setAddress'];
