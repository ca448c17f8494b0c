import type { Scalar } from '@/lib/attributes/attribute';
import type { Status } from '@/lib/desk/facts';
import type { ExcerptWire, MessageWire, TrailWire } from '@/lib/desk/wire';
import { callApi } from './call-api';

/** What a write is answered: the conversation shows it from this revision on. */
export type Written = { conversationId: string; revision: number };

/** What can be done to a conversation, as the API's path and body. */
export type ConversationWrite =
  | { verb: 'claim' | 'release' }
  | { verb: 'assign'; personId: string | null; note?: string }
  | { verb: 'skip'; reason: string }
  | { verb: 'status'; status: Status }
  | { verb: 'boomerang'; returnsAt: string; note?: string };

type Sent = { text: string; attachmentIds: string[]; messageId: string };

/** What can be written into a conversation. */
export type MessageWrite =
  | (Sent & { verb: 'replies'; status: 'pending' | 'resolved' })
  | (Sent & { verb: 'notes'; mentions: string[] });

/** Writes to a conversation as the signed-in person. Throws ApiFailure. */
export function writeConversation(conversationId: string, write: ConversationWrite) {
  const { verb, ...body } = write;
  return callApi<Written>('POST', `/conversations/${conversationId}/${verb}`, body);
}

/** Writes a reply or a note, once however often it is called with its id. Throws ApiFailure. */
export function writeMessage(conversationId: string, { verb, ...body }: MessageWrite) {
  const path = `/conversations/${conversationId}/${verb}`;
  return callApi<Written & { messageId: string }>('POST', path, body);
}

/** Says that one has looked at the conversation as it was at its revision. Throws ApiFailure. */
export function sayLooked(conversationId: string, revision: number) {
  return callApi<unknown>('PUT', `/conversations/${conversationId}/seen`, { revision });
}

/** Asks for the contact to be looked up in the CRM now. Throws ApiFailure. */
export function lookUpContact(conversationId: string) {
  return callApi<Written>('POST', `/conversations/${conversationId}/lookup`, {});
}

/** Sets or, with null, clears values of the conversation's contact. Throws ApiFailure. */
export function writeValues(conversationId: string, values: Record<string, Scalar | null>) {
  return callApi<{ revision: number }>('PATCH', `/conversations/${conversationId}/attributes`, {
    values,
  });
}

/** The messages before one, at most 50, and what was done between them, oldest first. Throws ApiFailure. */
export function readEarlierMessages(conversationId: string, before: string) {
  const path = `/conversations/${conversationId}/messages?limit=50&before=${encodeURIComponent(before)}`;
  return callApi<{ messages: MessageWire[]; trail: TrailWire[] }>('GET', path);
}

/** The messages around one, at most 50, and what was done between them, oldest first. Throws ApiFailure. */
export function readMessagesAround(conversationId: string, messageId: string, signal: AbortSignal) {
  const path = `/conversations/${conversationId}/messages/${encodeURIComponent(messageId)}`;
  return callApi<ExcerptWire>('GET', path, undefined, signal);
}
