import { z } from '@hono/zod-openapi';
import type { HonoRequest } from 'hono';
import type { ArrivedCall } from '@/lib/channels/webhooks/signed-call';

/** What a call has that its signature lets in. */
export const SIGNED_REQUEST = {
  headers: z.object({
    'webhook-id': z.string().optional(),
    'webhook-timestamp': z.string().optional(),
    'webhook-signature': z.string().optional(),
  }),
  // Under no JSON type: its bytes are what is signed, and nothing may read them before.
  body: { content: { '*/*': { schema: z.unknown() } }, required: true },
};

/** The call as it came in. */
export async function signedCall(request: HonoRequest): Promise<ArrivedCall> {
  return {
    headers: {
      id: request.header('webhook-id'),
      timestamp: request.header('webhook-timestamp'),
      signature: request.header('webhook-signature'),
    },
    body: await request.arrayBuffer(),
  };
}
