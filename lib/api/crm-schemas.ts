import { z } from '@hono/zod-openapi';

/** How the desk asks the CRM, and where it finds what the CRM pushes. */
export const connectionSchema = z
  .strictObject({
    enabled: z.boolean(),
    url: z.string().openapi({ example: 'https://crm.example/frontrow/lookup' }),
    keyAttribute: z.string().nullable().openapi({
      description: 'The attribute that the CRM knows contacts by; null for the external id',
    }),
    versionPath: z.string().nullable().openapi({
      description: 'Where the version of a record lies in the answer; null if it has none',
      example: 'updatedAt',
    }),
    fields: z
      .array(z.strictObject({ path: z.string(), attribute: z.string() }))
      .openapi({ example: [{ path: 'loyalty.tier', attribute: 'loyalty_status' }] }),
    push: z
      .strictObject({ keyPath: z.string(), recordPath: z.string().nullable() })
      .nullable()
      .openapi({
        description:
          'Where in what the CRM pushes the key of a contact lies, and its record, null for the whole of it; null if it pushes nothing',
        example: { keyPath: 'data.id', recordPath: 'data' },
      }),
    channels: z.array(z.string()),
    timeoutMs: z.int(),
    freshMinutes: z.int(),
  })
  .openapi('CrmConnection');
