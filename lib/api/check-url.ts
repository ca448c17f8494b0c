import { createMiddleware } from 'hono/factory';
import { answerError } from './errors';

/** Refuses an address whose percent signs spell no text: it would be read as something else. */
export const checkUrl = createMiddleware(async (c, next) => {
  if (spellsText(c.req.raw.url)) return next();
  const message = 'The address has a percent sign that spells no character.';
  return answerError(c, 400, { code: 'invalid', message, field: 'url' });
});

function spellsText(url: string): boolean {
  try {
    return !decodeURIComponent(url).includes('\0');
  } catch {
    return false;
  }
}
