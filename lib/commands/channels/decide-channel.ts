import type { Attribute, Attributes } from '@/lib/attributes/attribute';
import { TIME_ZONE_ATTRIBUTE } from '@/lib/attributes/time-zone-attribute';
import { checkedName } from '@/lib/desk/checks';
import { conflict, invalid } from '@/lib/desk/errors';
import { API_CHANNEL, type Channel, type ChannelKind } from '@/lib/desk/facts';
import { nextPosition } from '../attributes/decide-attribute';

const CHANNEL_KEY = /^[a-z][a-z0-9_-]{0,62}$/;

/** What a channel is made of; of kind `api` unless told. */
export type ChannelInput = { key: string; label: string; kind?: ChannelKind };

/** A new channel. Throws `invalid` with the field, and `conflict` for a taken key. */
export function newChannel(
  channels: ReadonlyMap<string, Channel>,
  { key, label, kind = API_CHANNEL.kind }: ChannelInput,
): Channel {
  const checked = checkedName(label, 'label');
  if (!CHANNEL_KEY.test(key))
    throw invalid(
      'A key begins with a small letter and has small letters, digits, - and _ only, at most 63.',
      'key',
    );
  if (channels.has(key)) throw conflict(`There is a channel with the key ${key} already.`, 'key');
  return { key, label: checked, kind };
}

/** The attribute that comes with the first messenger, if it is not there yet. */
export function visitorsTimeZone(attributes: Attributes): Attribute | null {
  if (attributes.has(TIME_ZONE_ATTRIBUTE.key)) return null;
  return { ...TIME_ZONE_ATTRIBUTE, position: nextPosition(attributes) };
}
