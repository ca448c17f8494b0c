import { lt } from 'drizzle-orm';
import type { Database } from './open-database';
import { prepareWrite } from './prepare-write';
import { usedTokens } from './schema-channels';
import { given } from './written';

/** What is known of a use of a token for one use; times are milliseconds. */
export type TokenUse = { token: string; expiresAt: number; at: number };

/** Keeps uses, and forgets those that have expired. */
export function prepareTokenUses(db: Database): (use: TokenUse) => boolean {
  const forget = prepareWrite(
    db,
    db.delete(usedTokens).where(lt(usedTokens.expiresAt, given('at'))),
  );
  const keep = prepareWrite(
    db,
    db
      .insert(usedTokens)
      .values({ token: given('token'), expiresAt: given('expiresAt') })
      .onConflictDoNothing(),
  );
  return ({ token, expiresAt, at }) => {
    forget.run({ at });
    return keep.run({ token, expiresAt }).changes > 0;
  };
}
