import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { endpointSecretsOf } from '@/lib/desk/endpoint';
import type { EntryDraft } from '@/lib/desk/entry';
import { notFound } from '@/lib/desk/errors';
import { endpointAsLoaded } from '@/lib/desk/expectations';
import { plainEndpoint } from './checked-endpoint';

/** Calls an endpoint no more, and forgets its secrets and what waits for it. Throws `not_found`. */
export async function deleteEndpoint({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { id: string };
}): Promise<void> {
  authorise(ctx.caller, 'changeSettings');
  const { store } = ctx.desk;
  await decide(ctx, 'deleteEndpoint', async () => {
    const row = await store.webhooks.endpoint(input.id);
    if (!row) throw notFound('There is no such endpoint.');
    const secrets = await store.signingSecrets(endpointSecretsOf(row.id));
    const retired = secrets.map(
      ({ id, owner, createdAt }): EntryDraft => ({
        kind: 'signingSecret.retired',
        body: { before: { id, owner, createdAt } },
      }),
    );
    return {
      expect: [endpointAsLoaded(row)],
      entries: [...retired, { kind: 'endpoint.deleted', body: { before: plainEndpoint(row) } }],
      answer: () => undefined,
    };
  });
}
