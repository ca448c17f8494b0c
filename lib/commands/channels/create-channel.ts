import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import type { EntryDraft } from '@/lib/desk/entry';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import type { Channel } from '@/lib/desk/facts';
import { newMessenger } from '@/lib/desk/messenger';
import { type ChannelInput, newChannel, visitorsTimeZone } from './decide-channel';

/**
 * Adds a channel that messages can arrive on, of kind `api` unless told; a messenger comes with
 * its settings, and the first with an attribute for its visitors' time zones. Throws `invalid`,
 * and `conflict` for a taken key.
 */
export async function createChannel({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: ChannelInput;
}): Promise<Channel> {
  authorise(ctx.caller, 'changeSettings');
  const { memory } = ctx.desk;
  return decide(ctx, 'createChannel', async () => {
    const after = newChannel(memory.channels, input);
    const timeZone = visitorsTimeZone(memory.attributes);
    const entries: EntryDraft[] = [{ kind: 'channel.created', body: { after } }];
    if (after.kind === 'messenger') {
      entries.push({ kind: 'messenger.saved', body: { before: null, after: newMessenger(after) } });
      if (timeZone) entries.push({ kind: 'attribute.created', body: { after: timeZone } });
    }
    return { expect: [catalogueAsInMemory(memory)], entries, answer: () => after };
  });
}
