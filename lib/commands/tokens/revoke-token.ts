import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { notFound } from '@/lib/desk/errors';

/** Revokes an API token: its next call is refused, its sockets are dropped. Throws `not_found`. */
export async function revokeToken({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { id: string };
}): Promise<void> {
  authorise(ctx.caller, 'manageTokens');
  await decide(ctx, 'revokeToken', async () => {
    const before = (await ctx.desk.store.tokens()).find(({ id }) => id === input.id);
    if (!before) throw notFound('There is no such token.');
    return {
      expect: [],
      entries: [{ kind: 'token.revoked', body: { before } }],
      answer: () => undefined,
    };
  });
}
