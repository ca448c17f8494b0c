import { checkedName } from '@/lib/desk/checks';
import { SYSTEM } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import type { Desk } from '@/lib/desk/desk';
import { conflict, notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import type { Invitation, Person } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import { hashSecret, newSecret } from '@/lib/desk/secrets';
import { checkedEmail } from './checked-email';
import { findInvitation } from './find-invitation';

const SET_UP_LASTS_MS = 24 * 60 * 60 * 1_000;

/** The secret of a one-time link by which the first admin sets the desk up; null once there are people. */
export async function inviteFirstAdmin(desk: Desk): Promise<string | null> {
  if (desk.memory.people.size > 0) return null;
  const secret = newSecret('frs');
  const now = desk.now();
  const after = { id: newId(now), personId: null, expiresAt: now + SET_UP_LASTS_MS };
  await desk.commit({
    actor: SYSTEM,
    cause: 'inviteFirstAdmin',
    expect: [],
    entries: [
      { kind: 'invitation.created', body: { after }, secret: { hash: hashSecret(secret) } },
    ],
  });
  return secret;
}

/** Who the first admin will be. Throws `invalid` with the field. */
export function firstAdmin(desk: Desk, input: { name: string; email: string }): Person {
  return {
    id: newId(desk.now()),
    name: checkedName(input.name, 'name'),
    email: checkedEmail(input.email),
    role: 'admin',
    active: true,
  };
}

/** What the link is for. Throws `not_found` for a spent link, `conflict` once there are people. */
export async function checkSetUpLink(desk: Desk, secret: string): Promise<Invitation> {
  const invitation = await findInvitation(desk, secret);
  if (desk.memory.people.size > 0) throw conflict('This desk is set up already.');
  if (invitation?.personId !== null)
    throw notFound('This link was used already or has expired.', 'token');
  return invitation;
}

/**
 * Makes the first admin and spends the link. Throws `not_found` for a spent link, `conflict` if
 * somebody was quicker.
 */
export async function setUpDesk({
  desk,
  input,
}: {
  desk: Desk;
  input: { secret: string; person: Person };
}): Promise<Person> {
  const { person, secret } = input;
  return decide({ desk, caller: SYSTEM }, 'setUpDesk', async () => {
    const invitation = await checkSetUpLink(desk, secret);
    return {
      expect: [catalogueAsInMemory(desk.memory)],
      entries: [
        { kind: 'person.saved', body: { before: null, after: person } },
        {
          kind: 'invitation.used',
          body: { invitationId: invitation.id, personId: person.id },
        },
      ],
      answer: () => person,
    };
  });
}
