import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Desk } from '@/lib/desk/desk';
import { forbidden } from '@/lib/desk/errors';
import { secretOwnerOf } from '@/lib/desk/facts';
import { isKeepable } from '@/lib/desk/keepable-text';

/** No token is taken that was made to last longer. */
const LONGEST = '10m';
const CLOCK_TOLERANCE_S = 30;

const keepable = (max: number) => z.string().max(max).refine(isKeepable);

const claimsSchema = z.object({
  // As it is kept: a name with white space around it would be another's.
  sub: keepable(150)
    .min(1)
    .refine((sub) => sub.trim() === sub),
  jti: z.string().min(1).max(200),
  exp: z.number(),
  name: keepable(200).optional(),
  email: keepable(200).optional(),
  attributes: z
    .record(keepable(63), z.union([keepable(4_000), z.number(), z.boolean(), z.null()]))
    .optional(),
});

/** Who a site says is signed in, and what it knows of them. */
export type Identity = { subject: string; values: ReadonlyMap<string, unknown> };

/**
 * Reads a token in which a site's server says who is signed in there: a JSON Web Token signed with
 * one of the channel's live secrets (HS256), for this messenger's address as audience, ten minutes
 * old at most, and used once. Throws `forbidden`, saying what is wrong with it.
 */
export async function readIdentity(
  desk: Desk,
  { channel, audience, token }: { channel: string; audience: string; token: string },
): Promise<Identity> {
  const claims = await verified(desk, channel, audience, token);
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success) {
    const [claim = 'sub'] = parsed.error.issues[0]?.path ?? [];
    throw forbidden(`The identity token’s ${String(claim)} does not fit.`, 'identity');
  }
  const { sub, jti, exp, name, email, attributes } = parsed.data;
  const use = {
    token: `${channel} ${jti}`,
    // Kept a little longer than it would be taken.
    expiresAt: (exp + CLOCK_TOLERANCE_S * 2) * 1_000,
    at: desk.now(),
  };
  if (!(await desk.store.spendToken(use)))
    throw forbidden('This identity token was used already: make a new one a visit.', 'identity');
  const values = new Map(Object.entries(attributes ?? {}));
  if (name !== undefined) values.set('name', name);
  if (email !== undefined) values.set('email', email);
  return { subject: sub, values };
}

async function verified(desk: Desk, channel: string, audience: string, token: string) {
  const secrets = await desk.store.signingSecrets(secretOwnerOf(channel));
  if (secrets.length === 0)
    throw forbidden('This channel has no secret that could have signed it.', 'identity');
  const currentDate = new Date(desk.now());
  let failure = 'The identity token was not signed with a secret of this channel.';
  for (const { sealed } of secrets) {
    const key = new TextEncoder().encode(desk.vault.open(sealed));
    try {
      const verified = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        audience,
        currentDate,
        clockTolerance: CLOCK_TOLERANCE_S,
        maxTokenAge: LONGEST,
        requiredClaims: ['sub', 'exp', 'iat', 'jti'],
      });
      return verified.payload;
    } catch (error) {
      failure = failureOf(error, audience) ?? failure;
    }
  }
  throw forbidden(failure, 'identity');
}

/** What is wrong with a token that is signed well; null for one that is not. */
function failureOf(error: unknown, audience: string): string | null {
  if (error instanceof errors.JWTExpired) return 'The identity token has expired.';
  if (!(error instanceof errors.JWTClaimValidationFailed)) return null;
  if (error.claim === 'aud') return `The identity token’s audience has to be ${audience}.`;
  return `The identity token’s ${error.claim} does not fit.`;
}
