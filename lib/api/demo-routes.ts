import { randomBytes } from 'node:crypto';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Credentials } from '@/lib/auth/credentials';
import type { Desk } from '@/lib/desk/desk';
import { notFound } from '@/lib/desk/errors';
import { ROLES } from '@/lib/desk/facts';
import { signedIn } from './access-routes';
import { type ApiEnv, answersNothing, createRoute, jsonBody, newApi } from './route';

const signIn = createRoute({
  method: 'post',
  path: '/demo/sign-in',
  summary: 'Sign in as anybody of a role, or as one of them; on a demo desk only',
  security: [],
  request: {
    body: jsonBody(z.strictObject({ role: z.enum(ROLES), email: z.string().optional() })),
  },
  responses: answersNothing,
});

/**
 * One-click sign-in, mounted on a demo desk only. Each person has a random password that lives
 * as long as the process, so that the way in is better-auth's own.
 */
export function demoRoutes(desk: Desk, credentials: Credentials): OpenAPIHono<ApiEnv> {
  const passwords = new Map<string, Promise<string>>();
  const passwordOf = (person: { email: string; name: string }) => {
    const known = passwords.get(person.email);
    if (known) return known;
    const password = randomBytes(24).toString('base64url');
    // Windows that are in already stay in when the demo is started again.
    const set = credentials.setPassword(person, password, { keepSessions: true });
    const made = set.then(() => password);
    passwords.set(person.email, made);
    return made;
  };
  return newApi().openapi(signIn, async (c) => {
    const { role, email } = c.req.valid('json');
    const person = [...desk.memory.people.values()].find(
      (p) => p.role === role && p.active && (email === undefined || p.email === email),
    );
    if (!person)
      throw notFound(`Nobody${email ? ' with this address' : ''} on this desk is ${role}.`);
    try {
      return signedIn(await credentials.signIn(person.email, await passwordOf(person)));
    } catch (error) {
      // A link may have set another password: the next click sets one anew.
      passwords.delete(person.email);
      throw error;
    }
  });
}
