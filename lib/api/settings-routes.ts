import { z } from '@hono/zod-openapi';
import { changeSettings } from '@/lib/commands/settings/change-settings';
import { createToken } from '@/lib/commands/tokens/create-token';
import { revokeToken } from '@/lib/commands/tokens/revoke-token';
import { TOKEN_SCOPES } from '@/lib/desk/facts';
import { isoTime } from '@/lib/desk/iso-time';
import { readJournal } from '@/lib/desk/reads/journal';
import { readTokens } from '@/lib/desk/reads/people';
import { readSettings } from '@/lib/desk/reads/settings';
import { DEFAULT_LIMIT, MAX_LIMIT, wholeNumber } from './query';
import { answers, answersNothing, createRoute, creates, jsonBody, newApi } from './route';
import { nameSchema, settingsSchema, timeSchema, tokenSchema } from './schemas';

const getSettings = createRoute({
  method: 'get',
  path: '/settings',
  summary: 'The workspace’s settings',
  responses: answers(settingsSchema, 'The settings'),
});

const someSettings = settingsSchema
  .partial()
  .strict()
  .refine((given) => Object.keys(given).length > 0, {
    message: 'Give a setting to change.',
    path: ['timeZone'],
  });

const patchSettings = createRoute({
  method: 'patch',
  path: '/settings',
  summary:
    'Change the time zone in which dates are calendar days, or when what is forgotten is resolved',
  request: { body: jsonBody(someSettings) },
  responses: answers(settingsSchema, 'The settings'),
});

const listTokens = createRoute({
  method: 'get',
  path: '/tokens',
  summary: 'All API tokens, without their secrets',
  responses: answers(z.array(tokenSchema), 'The tokens'),
});

const postToken = createRoute({
  method: 'post',
  path: '/tokens',
  summary: 'Make an API token; its secret is shown this once',
  request: { body: jsonBody(z.strictObject({ name: nameSchema, scope: z.enum(TOKEN_SCOPES) })) },
  responses: creates(z.object({ token: tokenSchema, secret: z.string() }), 'The token'),
});

const deleteToken = createRoute({
  method: 'delete',
  path: '/tokens/{id}',
  summary: 'Revoke an API token',
  request: { params: z.object({ id: z.string() }) },
  responses: answersNothing,
});

const getJournal = createRoute({
  method: 'get',
  path: '/journal',
  summary: 'What happened to the desk, in order',
  request: {
    query: z.strictObject({
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER, 0),
      limit: wholeNumber(1, MAX_LIMIT, DEFAULT_LIMIT),
    }),
  },
  responses: answers(
    z.object({
      entries: z.array(
        z.object({
          revision: z.int(),
          at: timeSchema,
          actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
          cause: z.string(),
          kind: z.string(),
          body: z.record(z.string(), z.unknown()),
          personal: z.record(z.string(), z.unknown()).nullable(),
        }),
      ),
    }),
    'The entries after the revision given',
  ),
});

/** The workspace: settings, API tokens, journal. */
export function settingsRoutes() {
  return newApi()
    .openapi(getSettings, (c) => c.json(readSettings(c.var.ctx), 200))
    .openapi(patchSettings, async (c) => {
      const input = c.req.valid('json');
      return c.json(await changeSettings({ ctx: c.var.ctx, input }), 200);
    })
    .openapi(listTokens, async (c) => c.json(await readTokens(c.var.ctx), 200))
    .openapi(postToken, async (c) => {
      const input = c.req.valid('json');
      const { token, secret } = await createToken({ ctx: c.var.ctx, input });
      const createdAt = isoTime(token.createdAt);
      return c.json({ token: { ...token, createdAt }, secret }, 201);
    })
    .openapi(deleteToken, async (c) => {
      await revokeToken({ ctx: c.var.ctx, input: c.req.valid('param') });
      return c.body(null, 204);
    })
    .openapi(getJournal, async (c) =>
      c.json({ entries: await readJournal(c.var.ctx, c.req.valid('query')) }, 200),
    );
}
