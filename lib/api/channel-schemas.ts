import { z } from '@hono/zod-openapi';
import { MESSENGER_SIDES } from '@/lib/desk/facts';

export const messengerSchema = z
  .object({
    channel: z.string(),
    origins: z.array(z.string()).openapi({ example: ['https://shop.example'] }),
    title: z.string(),
    greeting: z.string(),
    accent: z.string().openapi({ example: '#1f6feb' }),
    side: z.enum(MESSENGER_SIDES),
    preChat: z.array(z.strictObject({ attribute: z.string(), required: z.boolean() })),
    revision: z.int(),
  })
  .openapi('Messenger');
