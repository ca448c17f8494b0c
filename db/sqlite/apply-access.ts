import { eq } from 'drizzle-orm';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { invitations, people, tokens } from './schema';
import { type DraftOf, given, givenIn, mustWrite } from './written';

type AccessDraft = DraftOf<
  'person.saved' | 'token.created' | 'token.revoked' | 'invitation.created' | 'invitation.used'
>;

/** What entries about people, tokens and invitations write. */
export function prepareAccessWrites(db: Database) {
  const insertPerson = prepareWrite(
    db,
    db.insert(people).values({
      id: given('id'),
      name: given('name'),
      email: given('email'),
      role: given('role'),
      active: given('active'),
    }),
  );
  const updatePerson = prepareWrite(
    db,
    db
      .update(people)
      .set({
        name: givenIn('name'),
        email: givenIn('email'),
        role: givenIn('role'),
        active: givenIn('active'),
      })
      .where(eq(people.id, given('id'))),
  );
  const insertToken = prepareWrite(
    db,
    db.insert(tokens).values({
      id: given('id'),
      name: given('name'),
      scope: given('scope'),
      createdAt: given('createdAt'),
      hash: given('hash'),
    }),
  );
  const removeToken = prepareWrite(db, db.delete(tokens).where(eq(tokens.id, given('id'))));
  const insertInvitation = prepareWrite(
    db,
    db.insert(invitations).values({
      id: given('id'),
      personId: given('personId'),
      expiresAt: given('expiresAt'),
      hash: given('hash'),
    }),
  );
  const removeInvitation = prepareWrite(
    db,
    db.delete(invitations).where(eq(invitations.id, given('id'))),
  );
  const removeInvitationsOf = prepareWrite(
    db,
    db.delete(invitations).where(eq(invitations.personId, given('personId'))),
  );

  return (draft: AccessDraft): void => {
    switch (draft.kind) {
      case 'person.saved': {
        const { before, after } = draft.body;
        if (before === null) insertPerson.run(after);
        else {
          const row = { ...after, active: after.active ? 1 : 0 };
          mustWrite(updatePerson.run(row), 'This person does not exist any more.');
        }
        break;
      }
      case 'token.created':
        insertToken.run({ ...draft.body.after, hash: draft.secret.hash });
        break;
      case 'token.revoked':
        mustWrite(removeToken.run({ id: draft.body.before.id }), 'This token is revoked already.');
        break;
      case 'invitation.created':
        // A new link takes the place of older ones, which may lie in somebody's mail.
        removeInvitationsOf.run({ personId: draft.body.after.personId });
        insertInvitation.run({ ...draft.body.after, hash: draft.secret.hash });
        break;
      case 'invitation.used':
        mustWrite(
          removeInvitation.run({ id: draft.body.invitationId }),
          'This invitation was used already.',
        );
        break;
      default:
        draft satisfies never;
    }
  };
}
