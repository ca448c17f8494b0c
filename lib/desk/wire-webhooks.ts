import type { PayloadMapping } from './payload-mapping';

/** A signing secret without what is secret of it. */
export type SigningSecretWire = { id: string; createdAt: string };

/** How the webhooks of a channel are read. */
export type WebhookChannelWire = {
  channel: string;
  /** Null while nobody has said how its webhooks are read. */
  mapping: PayloadMapping | null;
  /** Of the mapping; 0 for none. */
  revision: number;
};
