import type { DeliveryCounts, DeliveryState, Endpoint, EventKind } from './endpoint';
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

/** Whom the desk calls, and how many calls are in which state. */
export type EndpointWire = Omit<Endpoint, 'events'> & {
  events: EventKind[];
  counts: DeliveryCounts;
};

/** A call that an endpoint is to get, has got, or was given up for. */
export type DeliveryWire = {
  id: number;
  webhookId: string;
  event: string;
  conversationId: string | null;
  state: DeliveryState;
  attempts: number;
  /** Of the last answer, if there was one. */
  status: number | null;
  /** What went wrong at the last try. */
  problem: string | null;
  /** The beginning of the last answer. */
  answer: string | null;
  /** JSON, as it is sent. */
  body: string;
  createdAt: string;
  triedAt: string | null;
  /** Null unless it is due. */
  nextTryAt: string | null;
};
