import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, invalid } from '@/lib/desk/errors';
import { MAX_SIGNING_SECRETS, type SigningSecret } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import { newSigningSecret } from '@/lib/desk/secrets';
import { checkSigningOwner } from '@/lib/desk/signing-owner';

/** As Standard Webhooks writes one, of 24 to 64 bytes. */
const SIGNING_SECRET =
  /^whsec_(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Makes a secret that an owner signs with, in the form of Standard Webhooks, or keeps the one that
 * the other side has made. It is in the answer and is never shown again. Throws `conflict` when two
 * live already, one of which has to be retired first, and `invalid` for a given one that is none.
 */
export async function createSigningSecret({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { owner: string; secret?: string };
}): Promise<{ signingSecret: SigningSecret; secret: string }> {
  authorise(ctx.caller, 'changeSettings');
  checkSigningOwner(ctx.desk.memory, input.owner);
  const { store, vault } = ctx.desk;
  const secret = input.secret ?? newSigningSecret();
  if (!SIGNING_SECRET.test(secret))
    throw invalid('This must be whsec_ and 24 to 64 bytes in base64.', 'secret');
  return ctx.desk.retries.run(`secrets of ${input.owner}`, () =>
    decide(ctx, 'createSigningSecret', async () => {
      const live = await store.signingSecrets(input.owner);
      if (live.length >= MAX_SIGNING_SECRETS)
        throw conflict('Two secrets live already: retire the older one first.');
      const now = ctx.desk.now();
      const after: SigningSecret = { id: newId(now), owner: input.owner, createdAt: now };
      return {
        expect: [],
        entries: [
          {
            kind: 'signingSecret.created',
            body: { after },
            secret: { sealed: vault.seal(secret) },
          },
        ],
        answer: () => ({ signingSecret: after, secret }),
      };
    }),
  );
}
