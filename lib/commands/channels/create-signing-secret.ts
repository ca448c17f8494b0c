import { randomBytes } from 'node:crypto';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict } from '@/lib/desk/errors';
import { MAX_SIGNING_SECRETS, type SigningSecret } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import { checkSigningOwner } from '@/lib/desk/signing-owner';

const SECRET_BYTES = 32;

/**
 * Makes a secret that an owner signs with, in the form of Standard Webhooks. It is in the answer
 * and is never shown again. Throws `conflict` when two live already: one has to be retired first.
 */
export async function createSigningSecret({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { owner: string };
}): Promise<{ signingSecret: SigningSecret; secret: string }> {
  authorise(ctx.caller, 'changeSettings');
  checkSigningOwner(ctx.desk.memory, input.owner);
  const { store, vault } = ctx.desk;
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
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
