import { z } from '@hono/zod-openapi';
import { prettyJSON } from 'hono/pretty-json';
import { applyConfiguration } from '@/lib/commands/configuration/apply-configuration';
import { previewConfiguration } from '@/lib/commands/configuration/preview-configuration';
import { readConfiguration } from '@/lib/desk/reads/configuration';
import { documentError } from '@/lib/desk/wire-error';
import {
  configurationDifferenceSchema,
  configurationPreviewSchema,
  configurationSchema,
} from './configuration-schemas';
import { answers, createRoute, jsonBody, newApi } from './route';

const get = createRoute({
  method: 'get',
  path: '/configuration',
  summary: 'How this desk is shaped, as a document: everything by name, no ids, no secrets',
  description:
    'The same configuration gives the same text. Shared views of a person’s conversations are left out, and so is whether the CRM is asked.',
  responses: answers(configurationSchema, 'The document'),
});

const DOCUMENT =
  'At most 10 MB. What the document does not mention stays; `prioritization` is the whole list. Every problem is in `problems`, at its path in the document.';

const preview = createRoute({
  method: 'post',
  path: '/configuration/preview',
  summary: 'What a document would change, and who would move in the queue; nothing is changed',
  description: DOCUMENT,
  request: { body: jsonBody(configurationSchema) },
  responses: answers(configurationPreviewSchema, 'The difference'),
});

const put = createRoute({
  method: 'put',
  path: '/configuration',
  summary: 'Shape this desk as a document says, all of it or nothing',
  description: `${DOCUMENT} \`expect\`, the fingerprint of the preview, guards against a change between.`,
  request: {
    query: z.strictObject({ expect: z.string().optional() }),
    body: jsonBody(configurationSchema),
  },
  responses: answers(configurationDifferenceSchema, 'What has changed'),
});

/** The desk's configuration, out and in. */
export function configurationRoutes() {
  const routes = newApi(documentError);
  // It is read by people, and compared line by line.
  routes.use('/configuration', prettyJSON({ force: true }));
  return routes
    .openapi(get, async (c) => c.json(await readConfiguration(c.var.ctx), 200))
    .openapi(preview, async (c) => {
      const document = c.req.valid('json');
      return c.json(await previewConfiguration({ ctx: c.var.ctx, input: { document } }), 200);
    })
    .openapi(put, async (c) => {
      const input = { document: c.req.valid('json'), ...c.req.valid('query') };
      return c.json(await applyConfiguration({ ctx: c.var.ctx, input }), 200);
    });
}
