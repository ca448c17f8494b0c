'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect } from 'react';
import { followChanges } from '@/components/live/follow-changes';
import { deskSocket } from '@/components/live/socket';
import { ListFrame, ListHead } from '@/components/workspace/list-frame';
import { useMayShape } from '@/components/workspace/read-only-note';
import type { PersonWire } from '@/lib/desk/wire';
import { PEOPLE_COLUMNS, PersonRow } from './person-row';

/** Everyone on the desk, as ordered by it. Read again whenever anybody changes the desk's people. */
export function PeopleList({ people }: { people: PersonWire[] }) {
  const router = useRouter();
  const mayShape = useMayShape();
  useEffect(
    () =>
      followChanges(deskSocket(), 'catalogue:changed', () =>
        startTransition(() => router.refresh()),
      ),
    [router],
  );

  return (
    <ListFrame>
      <ListHead columns={PEOPLE_COLUMNS}>
        <span>Person</span>
        <span>Role</span>
        <span>{mayShape && 'Sign-in link'}</span>
        <span className="text-right">Active</span>
      </ListHead>
      <ul aria-label="People">
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
    </ListFrame>
  );
}
