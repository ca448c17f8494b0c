import { z } from '@hono/zod-openapi';
import { type Credentials, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@/lib/auth/credentials';
import { checkSetUpLink, firstAdmin, setUpDesk } from '@/lib/commands/people/set-up-desk';
import { invitedPerson, useInvitation } from '@/lib/commands/people/use-invitation';
import type { Desk } from '@/lib/desk/desk';
import { KeyedQueue } from '@/lib/desk/keyed-queue';
import { answersNothing, createRoute, jsonBody, newApi } from './route';
import { nameSchema } from './schemas';

const passwordSchema = z
  .string()
  .min(MIN_PASSWORD_LENGTH, `A password has at least ${MIN_PASSWORD_LENGTH} characters.`)
  .max(MAX_PASSWORD_LENGTH, `A password has at most ${MAX_PASSWORD_LENGTH} characters.`);

const setUp = createRoute({
  method: 'post',
  path: '/setup',
  summary: 'Make the first admin, by the link that the first start prints',
  security: [],
  request: {
    body: jsonBody(
      z.strictObject({
        token: z.string(),
        name: nameSchema,
        email: z.string(),
        password: passwordSchema,
      }),
    ),
  },
  responses: answersNothing,
});

const join = createRoute({
  method: 'post',
  path: '/join',
  summary: 'Choose a password, by the one-time link an admin has given',
  security: [],
  request: { body: jsonBody(z.strictObject({ token: z.string(), password: passwordSchema })) },
  responses: answersNothing,
});

/**
 * The ways in for who has no account yet; both sign in at once. One after the other for each link,
 * and the password before the link is spent: a loser changes no password, and whoever is cut off
 * in between can use the link again.
 */
export function accessRoutes(desk: Desk, credentials: Credentials) {
  const links = new KeyedQueue();
  return newApi()
    .openapi(setUp, (c) => {
      const { token: secret, password, ...who } = c.req.valid('json');
      return links.run('setup', async () => {
        const person = firstAdmin(desk, who);
        await checkSetUpLink(desk, secret);
        await credentials.setPassword(person, password);
        await setUpDesk({ desk, input: { secret, person } });
        return signedIn(await credentials.signIn(person.email, password));
      });
    })
    .openapi(join, (c) => {
      const { token: secret, password } = c.req.valid('json');
      return links.run(`join ${secret}`, async () => {
        await credentials.setPassword(await invitedPerson(desk, secret), password);
        const person = await useInvitation({ desk, input: { secret } });
        return signedIn(await credentials.signIn(person.email, password));
      });
    });
}

/** An empty answer that carries the session cookie. Throws if nobody was signed in. */
export function signedIn(answer: Response): Response {
  if (!answer.ok) throw new Error(`The sign-in was answered with ${answer.status}.`);
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return new Response(null, { status: 204, headers });
}
