'use client';

import { createParser, parseAsString, useQueryStates } from 'nuqs';
import { OPERATORS } from '@/lib/segments/operator';
import type { Condition } from '@/lib/segments/segment';

/** Conditions as an address has them: JSON, of which what is no condition is left out. */
const parseAsConditions = createParser<readonly Condition[]>({
  parse(text) {
    try {
      const parsed: unknown = JSON.parse(text);
      return Array.isArray(parsed) ? parsed.flatMap(conditionIn) : null;
    } catch {
      return null;
    }
  },
  serialize: (conditions) => JSON.stringify(conditions),
  eq: (a, b) => JSON.stringify(a) === JSON.stringify(b),
});

function conditionIn(given: unknown): Condition[] {
  if (typeof given !== 'object' || given === null) return [];
  const { attribute, operator, operand } = { attribute: '', operator: '', operand: '', ...given };
  const known = OPERATORS.find((one) => one === operator);
  if (typeof attribute !== 'string' || known === undefined) return [];
  if (Array.isArray(operand)) return [{ attribute, operator: known, operand: operand.map(String) }];
  return [{ attribute, operator: known, ...(operand === '' ? {} : { operand: String(operand) }) }];
}

const parsers = {
  q: parseAsString.withDefault(''),
  segment: parseAsString.withDefault(''),
  where: parseAsConditions.withDefault([]),
};

/** Which contacts are shown lives in the address: a link shares it, and back returns to it. */
export function useContactsAddress() {
  const [address, setAddress] = useQueryStates(parsers, { history: 'replace', shallow: true });
  const { q, segment, where } = address;
  return {
    address,
    setAddress,
    isFiltered: q.trim() !== '' || segment !== '' || where.length > 0,
    /** The same as the API takes it. */
    asked: {
      ...(q.trim() === '' ? {} : { query: q }),
      filter: {
        ...(segment === '' ? {} : { segments: [segment] }),
        ...(where.length === 0 ? {} : { conditions: where }),
      },
    },
  };
}

export type ContactsAddress = ReturnType<typeof useContactsAddress>['address'];
export type SetContactsAddress = ReturnType<typeof useContactsAddress>['setAddress'];
/** What the API is asked for. */
export type AskedContacts = ReturnType<typeof useContactsAddress>['asked'];
