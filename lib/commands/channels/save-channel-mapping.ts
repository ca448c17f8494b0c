import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import { conflict } from '@/lib/desk/errors';
import { catalogueAsInMemory, channelMappingAsLoaded } from '@/lib/desk/expectations';
import type { PayloadMapping } from '@/lib/desk/payload-mapping';
import type { ChannelMappingRow } from '@/lib/desk/webhook-store';
import { checkedMapping } from './checked-mapping';
import { webhookChannel } from './webhook-channel';

/**
 * Says how a channel's webhooks are read, from the next one on. `expect`, the revision the editor
 * saw, 0 for none, guards against a save between. Throws `invalid` for a path that is none or an
 * attribute that the channel may not fill, `conflict`, `not_found`.
 */
export async function saveChannelMapping({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { channel: string; mapping: PayloadMapping; expect?: number };
}): Promise<ChannelMappingRow> {
  authorise(ctx.caller, 'changeSettings');
  const { memory, store } = ctx.desk;
  const { key } = webhookChannel(memory, input.channel);
  return decide(ctx, 'saveChannelMapping', async () => {
    const catalogue = catalogueAsInMemory(memory);
    const after = checkedMapping(memory.attributes, input.mapping);
    const before = await store.webhooks.mapping(key);
    const revision = before?.revision ?? 0;
    if (input.expect !== undefined && input.expect !== revision)
      throw conflict('Somebody else has saved this mapping in the meantime. Open it again.');
    return {
      expect: [catalogue, channelMappingAsLoaded(key, before)],
      entries: [
        {
          kind: 'channelMapping.saved',
          body: { key, before: before?.mapping ?? null, after },
        },
      ],
      answer: ([entry]) => ({ mapping: after, revision: entry?.revision ?? revision }),
    };
  });
}
