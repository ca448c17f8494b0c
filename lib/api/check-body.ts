import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { isKeepable, NOT_KEEPABLE } from '@/lib/desk/keepable-text';
import type { WireError } from '@/lib/desk/wire';
import { answerError } from './errors';

const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i;
const MAX_DEPTH = 20;

/**
 * Refuses a body that would not be read as it was sent, for later parsing would drop or bend it
 * silently: one that is not called JSON, is no JSON object, or holds a key `__proto__` or text that
 * cannot be kept. No body at all is like none announced.
 */
export const checkBody = createMiddleware(async (c, next) => {
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength === 0) {
    withoutContentType(c);
    return next();
  }
  const error = problemWith(c.req.header('content-type') ?? '', bytes);
  return error ? answerError(c, 400, error) : next();
});

function problemWith(contentType: string, bytes: ArrayBuffer): WireError | null {
  if (!JSON_TYPE.test(contentType))
    return invalid('Send the body as JSON, with Content-Type: application/json.', 'content-type');
  const body = parse(bytes);
  if (!body) return invalid('The body is not JSON in UTF-8.');
  if (typeof body.json !== 'object' || body.json === null || Array.isArray(body.json))
    return invalid('The body must be a JSON object.');
  return problemInJson(body.json);
}

/** What in parsed JSON cannot be kept as it is, told with its path; null if all can. */
export function problemInJson(json: object): WireError | null {
  return problemIn(json, []);
}

function parse(bytes: ArrayBuffer): { json: unknown } | null {
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return null;
  }
}

function problemIn(value: unknown, path: readonly string[]): WireError | null {
  if (typeof value === 'string' && !isKeepable(value)) return invalid(NOT_KEEPABLE, path.join('.'));
  if (typeof value !== 'object' || value === null) return null;
  if (path.length === MAX_DEPTH)
    return invalid(`A body nests at most ${MAX_DEPTH} deep.`, path.join('.'));
  for (const [key, child] of Object.entries(value)) {
    if (key === '__proto__') return invalid('There is nothing called __proto__ here.', key);
    if (!isKeepable(key)) return invalid('There is nothing of this name here.', path.join('.'));
    const problem = problemIn(child, [...path, key]);
    if (problem) return problem;
  }
  return null;
}

/** An announced type without a body would be parsed, and refused, as JSON. */
function withoutContentType(c: Context): void {
  if (c.req.header('content-type') === undefined) return;
  const headers = new Headers(c.req.raw.headers);
  headers.delete('content-type');
  c.req.raw = new Request(c.req.url, { method: c.req.method, headers });
}

function invalid(message: string, field = ''): WireError {
  return { code: 'invalid', message, ...(field === '' ? {} : { field }) };
}
