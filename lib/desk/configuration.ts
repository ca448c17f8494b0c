import type { Attribute, Attributes } from '@/lib/attributes/attribute';
import {
  type QueueOrder,
  type QueueStatus,
  type SegmentMatch,
  UNOWNED,
} from '@/lib/ranking/filter';
import type { Condition, Segment } from '@/lib/segments/segment';
import type { CrmConnection, CrmField } from './crm';
import type {
  CannedReply,
  Channel,
  Messenger,
  PreChatField,
  RowColumn,
  SavedView,
  Settings,
} from './facts';
import type { PayloadMapping } from './payload-mapping';
import { MINE } from './reads/queue';

/** The version of the document that this desk writes and reads. */
export const CONFIGURATION_VERSION = 1;

/** The owners that a shared view can be written down with: a person is nobody's on another desk. */
export const CONFIGURED_OWNERS = [UNOWNED, MINE] as const;
export type ConfiguredOwner = (typeof CONFIGURED_OWNERS)[number];

export type ConfiguredAttribute = Pick<
  Attribute,
  'key' | 'label' | 'format' | 'manager' | 'enabled'
>;
export type ConfiguredMessenger = Omit<Messenger, 'channel' | 'origins' | 'preChat'> & {
  origins: string[];
  preChat: PreChatField[];
};
export type ConfiguredChannel = Channel & {
  messenger?: ConfiguredMessenger;
  webhook?: PayloadMapping;
};
export type ConfiguredSegment = Pick<Segment, 'name' | 'join'> & { conditions: Condition[] };
export type ConfiguredReply = Pick<CannedReply, 'title' | 'text'>;
export type ConfiguredFilter = {
  /** By name. */
  segments: string[];
  match: SegmentMatch;
  channel?: string;
  owner?: ConfiguredOwner;
  status: QueueStatus;
};
export type ConfiguredView = {
  name: string;
  filter: ConfiguredFilter;
  order: QueueOrder;
  columns: RowColumn[];
};
/** Whether the CRM is asked is not written down: that takes a secret, and those stay. */
export type ConfiguredCrm = Omit<CrmConnection, 'enabled' | 'fields' | 'channels'> & {
  fields: CrmField[];
  channels: string[];
};

/**
 * How a desk is shaped, as a document: everything by the names that people know, nothing by id,
 * no secret, nothing of a person. What is made anew on another desk reads the same there.
 */
export type Configuration = {
  version: typeof CONFIGURATION_VERSION;
  settings: Settings;
  /** In the order of the catalogue. */
  attributes: ConfiguredAttribute[];
  /** By key. */
  channels: ConfiguredChannel[];
  /** By name, as all that follows. */
  segments: ConfiguredSegment[];
  prioritization: string[];
  cannedReplies: ConfiguredReply[];
  /** In their own order. */
  sharedViews: ConfiguredView[];
  crm?: ConfiguredCrm;
};

/** A configuration that somebody brings: what it does not mention stays as it is. */
export type ConfigurationDocument = {
  version: typeof CONFIGURATION_VERSION;
  settings?: Partial<Settings>;
  attributes?: readonly Mentioned<ConfiguredAttribute, 'key'>[];
  channels?: readonly (Mentioned<Omit<ConfiguredChannel, 'messenger'>, 'key'> & {
    messenger?: Partial<ConfiguredMessenger>;
  })[];
  segments?: readonly Mentioned<ConfiguredSegment, 'name'>[];
  prioritization?: readonly string[];
  cannedReplies?: readonly Mentioned<ConfiguredReply, 'title'>[];
  sharedViews?: readonly (Mentioned<Omit<ConfiguredView, 'filter'>, 'name'> & {
    filter?: Partial<ConfiguredFilter>;
  })[];
  crm?: ConfiguredCrm;
};

/** A thing by its natural key, and what is said of it. */
type Mentioned<T, Key extends keyof T> = Pick<T, Key> & Partial<Omit<T, Key>>;

/** What a configuration is made of. */
export type ConfigurationFacts = {
  settings: Settings;
  attributes: Attributes;
  channels: ReadonlyMap<string, Channel>;
  /** By the key of their channel. */
  messengers: ReadonlyMap<string, Messenger>;
  mappings: ReadonlyMap<string, PayloadMapping>;
  segments: ReadonlyMap<string, Segment>;
  /** The ids of the high-priority segments. */
  highPriority: readonly string[];
  cannedReplies: readonly CannedReply[];
  /** By position. */
  sharedViews: readonly SavedView[];
  crm: CrmConnection | null;
};

/** The document of a desk: the same facts give the same text. */
export function configurationOf(facts: ConfigurationFacts): Configuration {
  const { settings, attributes, channels, segments, crm } = facts;
  return {
    version: CONFIGURATION_VERSION,
    settings: {
      timeZone: settings.timeZone,
      autoResolveAfterHours: settings.autoResolveAfterHours,
    },
    attributes: [...attributes.values()]
      .sort((a, b) => a.position - b.position || compareText(a.key, b.key))
      .map(({ key, label, format, manager, enabled }) => ({
        key,
        label,
        format,
        manager,
        enabled,
      })),
    channels: [...channels.values()]
      .sort((a, b) => compareText(a.key, b.key))
      .map((channel) => configuredChannel(channel, facts)),
    segments: [...segments.values()]
      .sort((a, b) => compareText(a.name, b.name))
      .map(configuredSegment),
    prioritization: facts.highPriority
      .flatMap((id) => segments.get(id)?.name ?? [])
      .sort(compareText),
    cannedReplies: facts.cannedReplies
      .map(({ title, text }) => ({ title, text }))
      .sort((a, b) => compareText(a.title, b.title)),
    sharedViews: facts.sharedViews.flatMap((view) => configuredView(view, segments) ?? []),
    ...(crm ? { crm: configuredCrm(crm) } : {}),
  };
}

function configuredChannel(
  { key, label, kind }: Channel,
  { messengers, mappings }: ConfigurationFacts,
): ConfiguredChannel {
  const messenger = messengers.get(key);
  const webhook = mappings.get(key);
  return {
    key,
    label,
    kind,
    ...(messenger ? { messenger: configuredMessenger(messenger) } : {}),
    ...(webhook ? { webhook: configuredMapping(webhook) } : {}),
  };
}

export function configuredMessenger(messenger: Messenger): ConfiguredMessenger {
  const { title, greeting, accent, side, origins, preChat } = messenger;
  const asked = preChat.map(({ attribute, required }) => ({ attribute, required }));
  return { title, greeting, accent, side, origins: [...origins], preChat: asked };
}

export function configuredMapping(mapping: PayloadMapping): PayloadMapping {
  const { externalId, name, text, messageId, sentAt } = mapping;
  const attributes = mapping.attributes.map(({ attribute, path }) => ({ attribute, path }));
  return { externalId, name, text, messageId, sentAt, attributes };
}

function configuredSegment({ name, join, conditions }: Segment): ConfiguredSegment {
  return { name, join, conditions: conditions.map(configuredCondition) };
}

function configuredCondition({ attribute, operator, operand }: Condition): Condition {
  return { attribute, operator, ...(operand === undefined ? {} : { operand }) };
}

/** Null for a view of somebody's conversations, which no other desk could show. */
export function configuredView(
  { name, filter, order, columns }: SavedView,
  segments: ReadonlyMap<string, Segment>,
): ConfiguredView | null {
  const owner = CONFIGURED_OWNERS.find((one) => one === filter.owner);
  if (filter.owner !== undefined && owner === undefined) return null;
  const names = (filter.segments ?? []).flatMap((id) => segments.get(id)?.name ?? []);
  return {
    name,
    filter: {
      segments: names.sort(compareText),
      match: filter.match ?? 'any',
      ...(filter.channel === undefined ? {} : { channel: filter.channel }),
      ...(owner === undefined ? {} : { owner }),
      status: filter.status ?? 'new',
    },
    order,
    columns: [...columns],
  };
}

export function configuredCrm(connection: CrmConnection): ConfiguredCrm {
  const { url, keyAttribute, versionPath, push, timeoutMs, freshMinutes } = connection;
  const fields = connection.fields.map(({ path, attribute }) => ({ path, attribute }));
  const channels = [...connection.channels].sort(compareText);
  return { url, keyAttribute, versionPath, fields, push, channels, timeoutMs, freshMinutes };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
