import { checkedName } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { type Decision, decide } from '@/lib/desk/decide';
import type { EntryDraft } from '@/lib/desk/entry';
import { conflict, notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import type { Person, Role } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import { hashSecret, newSecret } from '@/lib/desk/secrets';
import { checkedEmail } from './checked-email';

const INVITATION_LASTS_MS = 7 * 24 * 60 * 60 * 1_000;

export type Invited = { person: Person; secret: string };

/**
 * Adds a person and makes a one-time link for them to choose a password; its secret is in the
 * answer only. Throws `invalid` with the field, `conflict` for a known e-mail address.
 */
export async function invitePerson({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { name: string; email: string; role: Role };
}): Promise<Invited> {
  authorise(ctx.caller, 'changeSettings');
  const name = checkedName(input.name, 'name');
  const email = checkedEmail(input.email);
  const { memory } = ctx.desk;
  return decide(ctx, 'invitePerson', async () => {
    const known = [...memory.people.values()].find((person) => person.email === email);
    if (known) throw conflict(`${known.name} has this e-mail address already.`, 'email');
    const person: Person = {
      id: newId(ctx.desk.now()),
      name,
      email,
      role: input.role,
      active: true,
    };
    return invitationFor(ctx, person, [
      { kind: 'person.saved', body: { before: null, after: person } },
    ]);
  });
}

/**
 * Makes a new one-time link for a person, to choose a password again; older ones no longer work.
 * Throws `not_found`.
 */
export async function inviteAgain({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { personId: string };
}): Promise<Invited> {
  authorise(ctx.caller, 'changeSettings');
  return decide(ctx, 'inviteAgain', async () => {
    const person = ctx.desk.memory.people.get(input.personId);
    if (!person) throw notFound('There is no such person.');
    return invitationFor(ctx, person, []);
  });
}

function invitationFor(ctx: Ctx, person: Person, first: EntryDraft[]): Decision<Invited> {
  const secret = newSecret('fri');
  const now = ctx.desk.now();
  const invitation = {
    id: newId(now),
    personId: person.id,
    expiresAt: now + INVITATION_LASTS_MS,
  };
  return {
    expect: [catalogueAsInMemory(ctx.desk.memory)],
    entries: [
      ...first,
      {
        kind: 'invitation.created',
        body: { after: invitation },
        secret: { hash: hashSecret(secret) },
      },
    ],
    answer: () => ({ person, secret }),
  };
}
