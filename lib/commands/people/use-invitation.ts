import { SYSTEM } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import type { Desk } from '@/lib/desk/desk';
import { notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import type { Person } from '@/lib/desk/facts';
import { findInvitation } from './find-invitation';

/** The person who may choose a password by this link. Throws `not_found` for one that is spent. */
export async function invitedPerson(desk: Desk, secret: string): Promise<Person> {
  const invitation = await findInvitation(desk, secret);
  const person = desk.memory.people.get(invitation?.personId ?? '');
  if (!person) throw notFound('This link was used already or has expired.', 'token');
  return person;
}

/** Spends a person's link. Throws `not_found` for one that is spent already. */
export async function useInvitation({
  desk,
  input,
}: {
  desk: Desk;
  input: { secret: string };
}): Promise<Person> {
  return decide({ desk, caller: SYSTEM }, 'useInvitation', async () => {
    const invitation = await findInvitation(desk, input.secret);
    const person = await invitedPerson(desk, input.secret);
    if (!invitation) throw notFound('This link was used already or has expired.', 'token');
    return {
      expect: [catalogueAsInMemory(desk.memory)],
      entries: [
        {
          kind: 'invitation.used',
          body: { invitationId: invitation.id, personId: person.id },
        },
      ],
      answer: () => person,
    };
  });
}
