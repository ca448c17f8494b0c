import { asc, eq } from 'drizzle-orm';
import type { ApiToken, Invitation } from '@/lib/desk/facts';
import type { Database } from './open-database';
import { invitations, tokens } from './schema';
import { given } from './written';

/** Reads tokens and invitations; a hash goes in and never comes out. */
export function prepareAccessReads(db: Database) {
  const token = {
    id: tokens.id,
    name: tokens.name,
    scope: tokens.scope,
    createdAt: tokens.createdAt,
  };
  const allTokens = db
    .select(token)
    .from(tokens)
    .orderBy(asc(tokens.createdAt), asc(tokens.id))
    .prepare();
  const tokenByHash = db
    .select(token)
    .from(tokens)
    .where(eq(tokens.hash, given('hash')))
    .prepare();
  const invitationByHash = db
    .select({
      id: invitations.id,
      personId: invitations.personId,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(eq(invitations.hash, given('hash')))
    .prepare();

  return {
    tokens: (): ApiToken[] => allTokens.all(),
    tokenByHash: (hash: string): ApiToken | null => tokenByHash.get({ hash }) ?? null,
    invitationByHash: (hash: string): Invitation | null => invitationByHash.get({ hash }) ?? null,
  };
}
