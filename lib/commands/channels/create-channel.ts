import { TIME_ZONE_ATTRIBUTE } from '@/lib/attributes/time-zone-attribute';
import { checkedName } from '@/lib/desk/checks';
import { authorise, type Ctx } from '@/lib/desk/context';
import { decide } from '@/lib/desk/decide';
import type { EntryDraft } from '@/lib/desk/entry';
import { conflict, invalid } from '@/lib/desk/errors';
import { catalogueAsInMemory } from '@/lib/desk/expectations';
import { API_CHANNEL, type Channel, type ChannelKind } from '@/lib/desk/facts';
import type { Memory } from '@/lib/desk/memory';
import { newMessenger } from '@/lib/desk/messenger';
import { nextPosition } from '../attributes/create-attribute';

const CHANNEL_KEY = /^[a-z][a-z0-9_-]{0,62}$/;

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
  input: { key: string; label: string; kind?: ChannelKind };
}): Promise<Channel> {
  authorise(ctx.caller, 'changeSettings');
  const label = checkedName(input.label, 'label');
  if (!CHANNEL_KEY.test(input.key))
    throw invalid(
      'A key begins with a small letter and has small letters, digits, - and _ only, at most 63.',
      'key',
    );
  const { memory } = ctx.desk;
  return decide(ctx, 'createChannel', async () => {
    if (memory.channels.has(input.key))
      throw conflict(`There is a channel with the key ${input.key} already.`, 'key');
    const after: Channel = { key: input.key, label, kind: input.kind ?? API_CHANNEL.kind };
    return {
      expect: [catalogueAsInMemory(memory)],
      entries: [
        { kind: 'channel.created', body: { after } },
        ...(after.kind === 'messenger' ? messengerEntries(memory, after) : []),
      ],
      answer: () => after,
    };
  });
}

function messengerEntries(memory: Memory, channel: Channel): EntryDraft[] {
  const entries: EntryDraft[] = [
    { kind: 'messenger.saved', body: { before: null, after: newMessenger(channel) } },
  ];
  if (!memory.attributes.has(TIME_ZONE_ATTRIBUTE.key)) {
    const attribute = { ...TIME_ZONE_ATTRIBUTE, position: nextPosition(memory) };
    entries.push({ kind: 'attribute.created', body: { after: attribute } });
  }
  return entries;
}
