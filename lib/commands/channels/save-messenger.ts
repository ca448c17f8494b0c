import { isDeepStrictEqual } from 'node:util';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict, notFound } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import type { Messenger } from '@/lib/desk/facts';
import type { MessengerRow } from '@/lib/desk/store';
import { decideMessenger } from './decide-messenger';

export type MessengerInput = { channel: string; expect?: number } & Partial<Messenger>;

/**
 * Changes what is given of a channel's messenger. Throws `invalid` with the field, `not_found` for
 * a channel that has none, and `conflict` for a save since the revision `expect`.
 */
export async function saveMessenger({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: MessengerInput;
}): Promise<MessengerRow> {
  authorise(ctx.caller, 'changeSettings');
  const { memory, store } = ctx.desk;
  return decide(ctx, 'saveMessenger', async () => {
    const expectCatalogue = catalogueAsInMemory(memory);
    const row = await store.messenger(input.channel);
    if (!row) throw notFound('This channel has no messenger.', 'channel');
    const { revision, ...before } = row;
    if (input.expect !== undefined && input.expect !== revision)
      throw conflict('Somebody has saved this messenger meanwhile.');
    const after = decideMessenger(before, input, memory.attributes);
    return {
      expect: [expectCatalogue, { kind: 'messenger', id: before.channel, revision }],
      entries: isDeepStrictEqual(before, after)
        ? []
        : [{ kind: 'messenger.saved', body: { before, after } }],
      answer: ([saved]) => ({ ...after, revision: saved?.revision ?? revision }),
    };
  });
}
