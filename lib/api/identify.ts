import { createMiddleware } from 'hono/factory';
import type { Callers } from '@/lib/auth/callers';
import type { Desk } from '@/lib/desk/desk';
import { answerError, FOREIGN_PAGE } from './errors';
import type { ApiEnv } from './route';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets in who is known, and refuses writes by cookie that a foreign page has sent. */
export function identify(
  desk: Desk,
  callers: Callers,
  allowsOrigin: (origin: string, host: string | null) => boolean,
) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const { headers } = c.req.raw;
    const identified = await callers.fromHeaders(headers);
    if (!identified) {
      const message = 'Sign in, or send an API token as Authorization: Bearer.';
      return answerError(c, 401, { code: 'unauthenticated', message });
    }
    const { caller } = identified;
    const origin = headers.get('origin');
    const byCookie = caller.kind === 'person';
    if (byCookie && origin !== null && !SAFE_METHODS.has(c.req.method)) {
      if (!allowsOrigin(origin, headers.get('host'))) {
        return answerError(c, 403, FOREIGN_PAGE);
      }
    }
    c.set('ctx', { desk, caller });
    return next();
  });
}
