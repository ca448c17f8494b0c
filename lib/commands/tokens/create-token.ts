import { checkedName } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import type { ApiToken, TokenScope } from '@/lib/desk/facts';
import { newId } from '@/lib/desk/ids';
import { hashSecret, newSecret } from '@/lib/desk/secrets';

/**
 * Makes an API token. Its secret is in the answer and nowhere else: only a hash is stored.
 * Throws `invalid` for a name that does not fit.
 */
export async function createToken({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { name: string; scope: TokenScope };
}): Promise<{ token: ApiToken; secret: string }> {
  authorise(ctx.caller, 'manageTokens');
  const name = checkedName(input.name, 'name');
  const secret = newSecret('frt');
  const now = ctx.desk.now();
  const token: ApiToken = { id: newId(now), name, scope: input.scope, createdAt: now };
  return decide(ctx, 'createToken', async () => ({
    expect: [],
    entries: [
      { kind: 'token.created', body: { after: token }, secret: { hash: hashSecret(secret) } },
    ],
    answer: () => ({ token, secret }),
  }));
}
