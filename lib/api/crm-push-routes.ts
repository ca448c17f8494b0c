import { z } from '@hono/zod-openapi';
import { takePush } from '@/lib/crm/take-push';
import type { Desk } from '@/lib/desk/desk';
import { answers, createRoute, newApi } from './route';
import { SIGNED_REQUEST, signedCall } from './signed-request';

const pushedSchema = z
  .object({
    contacts: z.int().openapi({ description: 'How many contacts the record is of' }),
    stale: z.array(z.string()),
    refused: z.array(z.object({ attribute: z.string(), message: z.string() })),
  })
  .openapi('CrmPushed');

const receive = createRoute({
  method: 'post',
  path: '/crm/webhook',
  summary: 'The CRM pushes a record of a contact that has changed',
  description:
    'Signed as Standard Webhooks has it, by a secret of the CRM; no sign-in is asked for. The connection says where in it the key, the version and the values are. A contact that the desk does not know is no error: it is looked up when it writes. The same webhook-id again gets the first answer and changes nothing.',
  security: [],
  request: SIGNED_REQUEST,
  responses: answers(pushedSchema, 'It is taken'),
});

/** Where the CRM pushes; the signature is the sign-in. */
export function crmPushRoutes(desk: Desk) {
  return newApi().openapi(receive, async (c) => {
    const taken = await takePush(desk, await signedCall(c.req));
    if (taken.is === 'received') return c.json(taken.pushed, 200);
    return c.json({ error: { code: 'unauthenticated', message: taken.message } }, 401);
  });
}
