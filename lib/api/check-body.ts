import { createMiddleware } from 'hono/factory';
import { answerError } from './errors';

/**
 * Refuses a JSON body with a key `__proto__`, wherever it stands: later parsing would drop it
 * silently, and nothing may be dropped silently.
 */
export const checkBody = createMiddleware(async (c, next) => {
  if (!c.req.header('content-type')?.includes('json')) return next();
  const text = await c.req.text();
  if (!text.includes('__proto__') || !hasProtoKey(text)) return next();
  const message = 'There is nothing called __proto__ here.';
  return answerError(c, 400, { code: 'invalid', message, field: '__proto__' });
});

/** Whether the text is JSON with such a key; what is no JSON is refused further in. */
function hasProtoKey(text: string): boolean {
  let found = false;
  try {
    JSON.parse(text, (key, value: unknown) => {
      found ||= key === '__proto__';
      return value;
    });
  } catch {
    return false;
  }
  return found;
}
