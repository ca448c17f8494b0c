import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Callers } from '@/lib/auth/callers';
import type { Credentials } from '@/lib/auth/credentials';
import type { WireError } from '@/lib/desk/wire';
import { INTERNAL_ERROR, inputError } from '@/lib/desk/wire-error';
import { answerError, FOREIGN_PAGE } from './errors';

const signInSchema = z.object({
  email: z.string(),
  password: z.string(),
  rememberMe: z.boolean().optional(),
});
const signedInSchema = z.object({ user: z.object({ email: z.string() }) });

const REFUSALS: Partial<Record<number, WireError>> = {
  401: {
    code: 'unauthenticated',
    message: 'This e-mail address and password do not belong together.',
  },
  403: FOREIGN_PAGE,
  429: { code: 'too_many', message: 'Too many attempts. Wait a minute, then try again.' },
};

/**
 * The parts of better-auth that the desk opens to the outside: sign-in and sign-out, from its own
 * pages and from programs, not from pages elsewhere.
 */
export function authRoutes(
  callers: Callers,
  credentials: Credentials,
  allowsOrigin: (origin: string, host: string | null) => boolean,
) {
  return new Hono()
    .use(async (c, next) => {
      const { headers } = c.req.raw;
      const origin = headers.get('origin');
      if (origin === null || allowsOrigin(origin, headers.get('host'))) return next();
      return answerError(c, 403, FOREIGN_PAGE);
    })
    .post('/sign-out', async (c) => inOurForm(await credentials.handler(passedOn(c, {}))))
    .post('/sign-in/email', async (c) => {
      const given = signInSchema.safeParse(await c.req.json().catch(() => ({})));
      if (!given.success) return answerError(c, 400, inputError(given.error));
      const answer = await credentials.handler(passedOn(c, given.data));
      if (!answer.ok) return inOurForm(answer);
      const { email } = signedInSchema.parse(await answer.clone().json()).user;
      if (callers.personByEmail(email)) return answer;
      await credentials.endSessions(email);
      const message = 'This account is deactivated. Ask an admin of this desk.';
      return answerError(c, 403, { code: 'forbidden', message });
    });
}

/** The request as it came, with the body that was read of it. */
function passedOn(c: Context, body: object): Request {
  const headers = new Headers(c.req.raw.headers);
  headers.set('content-type', 'application/json');
  headers.delete('content-length');
  return new Request(c.req.url, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** A refusal of better-auth in the one form of all others; what its headers say stays. */
function inOurForm(answer: Response): Response {
  if (answer.ok) return answer;
  const ours = answer.status >= 500 ? INTERNAL_ERROR : REFUSALS[answer.status];
  const error = ours ?? { code: 'invalid', message: 'This is not an e-mail address and password.' };
  const headers = new Headers(answer.headers);
  headers.set('content-type', 'application/json');
  headers.delete('content-length');
  return new Response(JSON.stringify({ error }), { status: ours ? answer.status : 400, headers });
}
