import type { PayloadMapping } from '@/lib/desk/payload-mapping';
import type { RunningDesk } from '../running-desk';
import { signedHeaders } from '../signed-webhook';
import type { Refusal } from './bad-input';

/** How the webhooks of a social network are read. */
export const SOCIAL: PayloadMapping = {
  externalId: 'user.id',
  name: 'user.name',
  text: 'message.text',
  messageId: null,
  sentAt: 'message.created_at',
  attributes: [
    { attribute: 'twitter_followers', path: 'user.followers_count' },
    { attribute: 'page_url', path: 'links[0].url' },
  ],
};

/** A channel that takes such webhooks, and the secret that signs them. */
export async function webhookChannel(
  desk: Pick<RunningDesk, 'call'>,
  key: string,
  mapping: PayloadMapping | null = SOCIAL,
): Promise<string> {
  await desk.call('POST', '/channels', { key, label: key, kind: 'webhook' });
  if (mapping) await desk.call('PUT', `/channels/${key}/webhook/mapping`, mapping);
  return (await newSecret(desk, key)).secret;
}

export async function newSecret(
  desk: Pick<RunningDesk, 'call'>,
  key: string,
  secret?: string,
): Promise<{ id: string; secret: string }> {
  const path = `/channels/${key}/secrets`;
  return (await desk.call<{ id: string; secret: string }>('POST', path, { secret })).body;
}

export type WebhookReceipt = {
  contactId: string;
  conversationId: string | null;
  messageId: string | null;
  refused: { attribute: string; message: string }[];
};

export type WebhookAnswer = { status: number; body: WebhookReceipt & Refusal };

/** Sends a body to a channel as it is, with these headers. */
export async function sendWebhook(
  desk: Pick<RunningDesk, 'url'>,
  key: string,
  body: BodyInit,
  headers: Record<string, string>,
): Promise<WebhookAnswer> {
  const url = `${desk.url}/api/v1/channels/${key}/webhook`;
  const answer = await fetch(url, { method: 'POST', headers, body });
  return { status: answer.status, body: await answer.json() };
}

/** Signs a payload and sends it. */
export function sendSigned(
  desk: Pick<RunningDesk, 'url'>,
  key: string,
  secret: string,
  payload: unknown,
  options?: Parameters<typeof signedHeaders>[2],
): Promise<WebhookAnswer> {
  const body = JSON.stringify(payload);
  return sendWebhook(desk, key, body, signedHeaders(secret, body, options));
}

/** What the social network says of a user who writes. */
export const tweet = (id: string | number, text: string | null, followers?: unknown) => ({
  user: { id, name: 'Léa Fontaine', followers_count: followers },
  message: text === null ? undefined : { text, created_at: '2026-03-02T09:31:00Z' },
});
