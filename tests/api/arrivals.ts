import type { Answer, RunningDesk } from '../running-desk';

export type Receipt = {
  contactId: string;
  conversationId: string;
  messageId: string;
  refused: { attribute: string; message: string }[];
};

let count = 0;

/** A customer's message arrives, a new one unless its id is told. */
export function arrives(
  desk: RunningDesk,
  externalId: string,
  more: {
    channel?: string;
    name?: string;
    attributes?: Record<string, unknown>;
    text?: string;
    externalMessageId?: string;
    sentAt?: string;
  } = {},
): Promise<Answer<Receipt>> {
  const { channel = 'api', name, attributes, text = 'Hello', externalMessageId, sentAt } = more;
  count += 1;
  return desk.call<Receipt>(
    'POST',
    `/channels/${channel}/messages`,
    {
      contact: { externalId, name, attributes },
      text,
      externalMessageId: externalMessageId ?? `message-${count}`,
      sentAt,
    },
    desk.tokens.ingest,
  );
}

export type Header = {
  status: string;
  owner: { id: string; name: string } | null;
  waitingSince: string | null;
  returnsAt: string | null;
  priority: number;
  revision: number;
};

export type Conversation = {
  header: Header;
  segments: { id: string; name: string; highPriority: boolean }[];
  values: { attribute: string; value: unknown; source: string; setAt: string }[];
  messages: { id: string; kind: string; text: string; mentions: object[]; at: string }[];
  messageTotal: number;
  trail: { kind: string; by: { name: string }; note: string | null; undone: string | null }[];
};

/** The conversation as the API gives it. */
export async function read(desk: RunningDesk, conversationId: string): Promise<Conversation> {
  return (await desk.call<Conversation>('GET', `/conversations/${conversationId}`)).body;
}

/** Times are ISO 8601 with milliseconds and offset. */
export const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
export const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
