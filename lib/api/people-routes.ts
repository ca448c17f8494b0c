import { z } from '@hono/zod-openapi';
import type { Credentials } from '@/lib/auth/credentials';
import { changePerson } from '@/lib/commands/people/change-person';
import { inviteAgain, invitePerson } from '@/lib/commands/people/invite-person';
import { ROLES } from '@/lib/desk/facts';
import { readPeople } from '@/lib/desk/reads/people';
import { answers, createRoute, creates, jsonBody, newApi } from './route';
import { nameSchema, personSchema } from './schemas';

const params = z.object({ id: z.string() });

const list = createRoute({
  method: 'get',
  path: '/people',
  summary: 'Everybody who works here',
  responses: answers(z.array(personSchema), 'The people'),
});

const invite = createRoute({
  method: 'post',
  path: '/people',
  summary: 'Add a person; they choose a password by the one-time link',
  request: {
    body: jsonBody(z.strictObject({ name: nameSchema, email: z.string(), role: z.enum(ROLES) })),
  },
  responses: creates(
    z.object({ person: personSchema, invitationUrl: z.string() }),
    'The person and their link',
  ),
});

const change = createRoute({
  method: 'patch',
  path: '/people/{id}',
  summary: 'Change a person’s name or role, deactivate or reactivate them',
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        name: nameSchema.optional(),
        role: z.enum(ROLES).optional(),
        active: z.boolean().optional(),
      }),
    ),
  },
  responses: answers(personSchema, 'The person'),
});

const again = createRoute({
  method: 'post',
  path: '/people/{id}/invitations',
  summary: 'Make a new one-time link for a person',
  request: { params },
  responses: creates(z.object({ invitationUrl: z.string() }), 'The link'),
});

/** The people of the desk. */
export function peopleRoutes(publicUrl: string, credentials: Credentials) {
  const joinUrl = (secret: string) => new URL(`/join/${secret}`, publicUrl).href;
  return newApi()
    .openapi(list, async (c) => c.json(await readPeople(c.var.ctx), 200))
    .openapi(invite, async (c) => {
      const input = c.req.valid('json');
      const { person, secret } = await invitePerson({ ctx: c.var.ctx, input });
      return c.json({ person, invitationUrl: joinUrl(secret) }, 201);
    })
    .openapi(change, async (c) => {
      const input = { ...c.req.valid('json'), id: c.req.valid('param').id };
      const person = await changePerson({ ctx: c.var.ctx, input });
      if (!person.active) await credentials.endSessions(person.email);
      return c.json(person, 200);
    })
    .openapi(again, async (c) => {
      const input = { personId: c.req.valid('param').id };
      const { secret } = await inviteAgain({ ctx: c.var.ctx, input });
      return c.json({ invitationUrl: joinUrl(secret) }, 201);
    });
}
