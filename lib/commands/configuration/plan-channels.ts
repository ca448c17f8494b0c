import { isDeepStrictEqual } from 'node:util';
import {
  type ConfigurationDocument,
  type ConfiguredChannel,
  configuredMapping,
  configuredMessenger,
} from '@/lib/desk/configuration';
import { channelMappingAsLoaded } from '@/lib/desk/expectations';
import type { Channel } from '@/lib/desk/facts';
import { newMessenger } from '@/lib/desk/messenger';
import type { PayloadMapping } from '@/lib/desk/payload-mapping';
import { checkedMapping } from '../channels/checked-mapping';
import { newChannel, visitorsTimeZone } from '../channels/decide-channel';
import { decideMessenger } from '../channels/decide-messenger';
import { type ConfigurationPlan, saysNothingNew } from './configuration-plan';

type Mentioned = NonNullable<ConfigurationDocument['channels']>[number];
type MentionedMessenger = NonNullable<Mentioned['messenger']>;

/** Channels by key, each with its messenger or with how its webhooks are read. */
export function planChannels(plan: ConfigurationPlan, mentioned: readonly Mentioned[]): void {
  for (const [path, given] of plan.each('channels', 'key', mentioned, ({ key }) => key)) {
    const kept = plan.channels.get(given.key);
    if (kept) plan.refuseOthers(path, kept, given, ['label', 'kind']);
    const channel = kept ?? addChannel(plan, path, given);
    if (!channel) continue;
    const { messenger, webhook } = given;
    if (messenger && channel.kind !== 'messenger')
      plan.refuse(`${path}.messenger`, 'Only a channel of kind messenger has one.');
    else if (channel.kind === 'messenger') planMessenger(plan, path, channel, messenger ?? {});
    if (webhook && channel.kind !== 'webhook')
      plan.refuse(`${path}.webhook`, 'Only a channel of kind webhook has one.');
    else if (webhook) planMapping(plan, path, channel.key, webhook);
  }
}

function addChannel(plan: ConfigurationPlan, path: string, given: Mentioned): Channel | null {
  if (!isWhole(plan, path, given)) return null;
  const channel = plan.at(path, () => newChannel(plan.channels, given));
  if (!channel) return null;
  plan.channels.set(channel.key, channel);
  plan.entries.push({ kind: 'channel.created', body: { after: channel } });
  const timeZone = channel.kind === 'messenger' ? visitorsTimeZone(plan.attributes) : null;
  if (timeZone) {
    plan.attributes.set(timeZone.key, timeZone);
    plan.entries.push({ kind: 'attribute.created', body: { after: timeZone } });
  }
  return channel;
}

function isWhole(
  plan: ConfigurationPlan,
  path: string,
  given: Mentioned,
): given is Mentioned & Pick<ConfiguredChannel, 'label' | 'kind'> {
  return plan.hasAll(path, given, ['label', 'kind']);
}

/** A new channel's messenger is what every messenger is at first, with what is given of it. */
function planMessenger(
  plan: ConfigurationPlan,
  path: string,
  channel: Channel,
  given: MentionedMessenger,
): void {
  const kept = plan.kept.messengers.get(channel.key);
  const { revision, ...before } = kept ?? { ...newMessenger(channel), revision: 0 };
  if (kept && saysNothingNew(configuredMessenger(before), given)) return;
  let after = before;
  // One field after the other, so that each that does not fit is told.
  for (const [field, value] of Object.entries(given)) {
    const next = plan.at(`${path}.messenger`, () =>
      decideMessenger(after, { [field]: value }, plan.attributes),
    );
    after = next ?? after;
  }
  if (kept && isDeepStrictEqual(before, after)) return;
  plan.messengers.set(channel.key, after);
  plan.expect.push({ kind: 'messenger', id: channel.key, revision });
  plan.entries.push({ kind: 'messenger.saved', body: { before: kept ? before : null, after } });
}

function planMapping(
  plan: ConfigurationPlan,
  path: string,
  key: string,
  given: PayloadMapping,
): void {
  const kept = plan.kept.mappingRows.get(key) ?? null;
  if (kept && saysNothingNew(configuredMapping(kept.mapping), given)) return;
  const after = plan.at(`${path}.webhook`, () => checkedMapping(plan.attributes, given));
  if (!after || isDeepStrictEqual(kept?.mapping, after)) return;
  plan.mappings.set(key, after);
  plan.expect.push(channelMappingAsLoaded(key, kept));
  const before = kept?.mapping ?? null;
  plan.entries.push({ kind: 'channelMapping.saved', body: { key, before, after } });
}
