/** What the desk tells others of by webhook, in the order it is offered. */
export const EVENT_KINDS = [
  'conversation.opened',
  'conversation.reopened',
  'conversation.messageReceived',
  'conversation.replied',
  'conversation.noted',
  'conversation.claimed',
  'conversation.assigned',
  'conversation.released',
  'conversation.skipped',
  'conversation.statusChanged',
  'conversation.boomeranged',
  'conversation.cameBack',
  'conversation.undone',
  'segment.entered',
  'segment.left',
  'priority.changed',
  'contact.valuesEntered',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What a channel's endpoint is called with: a reply, for the customer. */
export const REPLY_EVENT = 'reply.sent';

/** A server that the desk calls, signed: with what happens, or with the replies of one channel. */
export type Endpoint = {
  id: string;
  name: string;
  url: string;
  /** The channel whose replies it takes on to their customers; null for one that is told of events. */
  channel: string | null;
  /** None where it has a channel. */
  events: readonly EventKind[];
  /** While it is not, nothing is added for it, and what waits goes on waiting. */
  enabled: boolean;
};

/** The owner of the secrets that sign what an endpoint is called with. */
export function endpointSecretsOf(endpointId: string): string {
  return `endpoint:${endpointId}`;
}

/** Due: it waits for its next try. Dead: it was given up. */
export const DELIVERY_STATES = ['due', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A call that an endpoint is to get, as it is first written down. Its row is the job. */
export type NewDelivery = {
  endpointId: string;
  /** The same call has the same, however often it is derived or tried. For a reply, the message's id. */
  webhookId: string;
  event: EventKind | typeof REPLY_EVENT;
  /** Calls about one contact are made one after the other. */
  contactId: string;
  conversationId: string | null;
  /** JSON, as it is signed and sent. */
  body: string;
};

/** What came of the last try. */
export type Attempt = {
  deliveryId: number;
  state: DeliveryState;
  attempts: number;
  /** When it is tried next, if it is due. */
  dueAt: number;
  triedAt: number;
  /** Of the answer, if there was one. */
  status: number | null;
  /** What went wrong, in words; null if nothing did. */
  problem: string | null;
  /** The beginning of the answer's body. */
  answer: string | null;
};

export type Delivery = NewDelivery &
  Omit<Attempt, 'deliveryId' | 'triedAt'> & {
    /** Later ones have higher ones: they are made in this order. */
    id: number;
    createdAt: number;
    /** Null before the first try. */
    triedAt: number | null;
  };

/** How many calls of an endpoint are in which state; `failing` ones are due and have been tried. */
export type DeliveryCounts = Record<DeliveryState | 'failing', number>;
