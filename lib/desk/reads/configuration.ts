import { createHash } from 'node:crypto';
import { type Configuration, type ConfigurationFacts, configurationOf } from '../configuration';
import { authorise, type Ctx } from '../context';
import type { Desk } from '../desk';
import type { CannedReplyRow, MessengerRow, SavedViewRow } from '../store';
import type { ChannelMappingRow } from '../webhook-store';

/** The facts of a desk's configuration, with the revisions that a change of them relies on. */
export type KeptConfiguration = Omit<
  ConfigurationFacts,
  'messengers' | 'cannedReplies' | 'sharedViews'
> & {
  /** Of the catalogue that was in memory before the rest was read. */
  catalogueRevision: number;
  messengers: ReadonlyMap<string, MessengerRow>;
  mappingRows: ReadonlyMap<string, ChannelMappingRow>;
  cannedReplies: readonly CannedReplyRow[];
  sharedViews: readonly SavedViewRow[];
};

/** How the desk is shaped, as a document. Throws `forbidden` for who may not read the settings. */
export async function readConfiguration({ desk, caller }: Ctx): Promise<Configuration> {
  authorise(caller, 'readSettings');
  return configurationOf(await keptConfiguration(desk));
}

/** The facts as they are kept now. */
export async function keptConfiguration({ memory, store }: Desk): Promise<KeptConfiguration> {
  // Maps of their own: memory goes on while the rest is read.
  const inMemory = {
    catalogueRevision: memory.catalogueRevision,
    settings: memory.settings,
    attributes: new Map(memory.attributes),
    channels: new Map(memory.channels),
    segments: new Map(memory.segments),
    highPriority: [...memory.prioritization.segmentIds],
    crm: memory.crm.connection,
  };
  const messengers = new Map<string, MessengerRow>();
  const mappingRows = new Map<string, ChannelMappingRow>();
  for (const { key, kind } of inMemory.channels.values()) {
    const messenger = kind === 'messenger' ? await store.messenger(key) : null;
    if (messenger) messengers.set(key, messenger);
    const row = kind === 'webhook' ? await store.webhooks.mapping(key) : null;
    if (row) mappingRows.set(key, row);
  }
  return {
    ...inMemory,
    messengers,
    mappingRows,
    mappings: new Map([...mappingRows].map(([key, { mapping }]) => [key, mapping])),
    cannedReplies: await store.cannedReplies(),
    sharedViews: await store.savedViews(null),
  };
}

/** Tells two configurations apart: equal ones share it. */
export function fingerprintOf(configuration: Configuration): string {
  return createHash('sha256').update(JSON.stringify(configuration)).digest('base64url');
}
