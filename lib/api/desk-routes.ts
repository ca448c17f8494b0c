import { z } from '@hono/zod-openapi';
import { meOf, readCatalogue } from '@/lib/desk/reads/catalogue';
import { answers, createRoute, newApi } from './route';
import {
  attributeSchema,
  channelSchema,
  personMarkSchema,
  personSchema,
  segmentSchema,
  settingsSchema,
} from './schemas';

const getMe = createRoute({
  method: 'get',
  path: '/me',
  summary: 'Who the caller is',
  responses: answers(personSchema, 'The caller'),
});

const getCatalogue = createRoute({
  method: 'get',
  path: '/catalogue',
  summary: 'What a screen needs to show the queue: attributes, segments, channels, people',
  responses: answers(
    z.object({
      me: personSchema,
      attributes: z.array(attributeSchema),
      segments: z.array(segmentSchema),
      segmentIds: z.array(z.string()),
      prioritizationRevision: z.int(),
      channels: z.array(channelSchema),
      people: z.array(personMarkSchema),
      settings: settingsSchema,
    }),
    'The catalogue',
  ),
});

/** What every screen begins with. */
export function deskRoutes() {
  return newApi()
    .openapi(getMe, (c) => c.json(meOf(c.var.ctx), 200))
    .openapi(getCatalogue, (c) => c.json(readCatalogue(c.var.ctx), 200));
}
