import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { notFound } from '@/lib/desk/errors';
import { checkSigningOwner } from '@/lib/desk/signing-owner';

/** Retires a signing secret: from now on nothing signed with it is taken. Throws `not_found`. */
export async function retireSigningSecret({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { owner: string; id: string };
}): Promise<void> {
  authorise(ctx.caller, 'changeSettings');
  checkSigningOwner(ctx.desk.memory, input.owner);
  await decide(ctx, 'retireSigningSecret', async () => {
    const live = await ctx.desk.store.signingSecrets(input.owner);
    const found = live.find(({ id }) => id === input.id);
    if (!found) throw notFound('There is no such secret.');
    const { id, owner, createdAt } = found;
    return {
      expect: [],
      entries: [{ kind: 'signingSecret.retired', body: { before: { id, owner, createdAt } } }],
      answer: () => undefined,
    };
  });
}
