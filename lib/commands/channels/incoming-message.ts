/** A customer's message as a channel brings it. */
export type IncomingMessage = {
  channel: string;
  contact: { externalId: string; name?: string; attributes: ReadonlyMap<string, unknown> };
  text: string;
  externalMessageId: string;
  /** The sender's clock, milliseconds; kept, and never used to rank. */
  sentAt: number | null;
};
