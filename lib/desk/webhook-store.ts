import type {
  Attempt,
  Delivery,
  DeliveryCounts,
  DeliveryState,
  Endpoint,
  NewDelivery,
} from './endpoint';
import type { WebhookReceipt } from './facts';
import type { PayloadMapping } from './payload-mapping';

/** How a channel's webhooks are read. */
export type ChannelMappingRow = { mapping: PayloadMapping; revision: number };

/** An endpoint; `since` is the revision after which it is told of things. */
export type EndpointRow = Endpoint & { since: number; revision: number };

/**
 * The part of the store's port that is about webhooks. Deliveries are written beside the journal,
 * durable like a commit: they say nothing that the journal does not, but how far others were told.
 */
export interface WebhookStore {
  /** How the channel's webhooks are read, or null while nobody has said so. */
  mapping(channel: string): Promise<ChannelMappingRow | null>;
  /** What was answered to a channel's webhook, or null if it never arrived. */
  receipt(channel: string, webhookId: string): Promise<WebhookReceipt | null>;

  /** All of them, by name, then by id. */
  endpoints(): Promise<EndpointRow[]>;
  endpoint(id: string): Promise<EndpointRow | null>;

  /** The revision up to which deliveries were derived; null before the first time. */
  derivedThrough(): Promise<number | null>;
  /**
   * Keeps deliveries, and with them that the journal was read up to a revision. One that is there
   * already, or whose endpoint or contact is gone, is left out; the revision never goes back.
   */
  keepDerived(derived: {
    revision: number;
    createdAt: number;
    deliveries: readonly NewDelivery[];
  }): Promise<void>;

  /**
   * The deliveries of an endpoint that may be tried by now, those that wait longest first, at most
   * `limit`: for each contact the oldest that is due.
   */
  due(endpointId: string, nowMs: number, limit: number): Promise<Delivery[]>;
  /**
   * Keeps what came of a try. What waits behind it for the same contact waits as long as it does, and
   * no longer once it is over.
   */
  keepAttempt(attempt: Attempt): Promise<void>;
  /** Makes one delivery of an endpoint due again, or all its dead ones. Resolves with whether there was any. */
  redeliver(endpointId: string, deliveryId: number | null, nowMs: number): Promise<boolean>;

  delivery(id: number): Promise<Delivery | null>;
  /** An endpoint's deliveries, of one state or of all, the newest first; those before an id. */
  deliveries(
    endpointId: string,
    request: { state: DeliveryState | null; before: number; limit: number },
  ): Promise<Delivery[]>;
  counts(endpointId: string): Promise<DeliveryCounts>;
  /** The replies of a conversation that were tried and have not arrived, oldest first. */
  unarrived(conversationId: string): Promise<Delivery[]>;
  /** Forgets what was delivered before one time and what was given up before another. */
  forgetDeliveries(before: { deliveredMs: number; deadMs: number }): Promise<void>;
}
