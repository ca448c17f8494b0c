import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import { type ErrorCode, isDeskError } from '@/lib/desk/errors';
import type { WireError } from '@/lib/realtime/protocol';

export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500;

const STATUS: Record<ErrorCode, ErrorStatus> = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
};

const HTTP_CODES: Partial<Record<number, { status: ErrorStatus; code: string }>> = {
  400: { status: 400, code: 'invalid' },
  401: { status: 401, code: 'unauthenticated' },
  413: { status: 413, code: 'too_large' },
};

/** The one place where errors become answers. Unknown ones are told to `onError` and say nothing. */
export function errorAnswer(
  error: unknown,
  onError: (error: unknown) => void,
): { status: ErrorStatus; error: WireError } {
  if (isDeskError(error)) {
    const { code, message, field } = error;
    return { status: STATUS[code], error: { code, message, field } };
  }
  if (error instanceof HTTPException) {
    const known = HTTP_CODES[error.status];
    if (known) return { status: known.status, error: { code: known.code, message: error.message } };
  }
  onError(error);
  const message = 'Something went wrong on our side. Nothing was changed.';
  return { status: 500, error: { code: 'internal', message } };
}

/** The first issue of a refused body or query, its field as a path such as `conditions.0.operand`. */
export function invalidAnswer(error: z.core.$ZodError): WireError {
  const [issue] = error.issues;
  const field = fieldOf(issue);
  return { code: 'invalid', message: issue?.message ?? 'This does not fit.', field };
}

function fieldOf(issue: z.core.$ZodIssue | undefined): string | undefined {
  if (!issue) return undefined;
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys' && issue.keys[0] !== undefined) path.push(issue.keys[0]);
  return path.length > 0 ? path.join('.') : undefined;
}

/** Answers a request with an error. */
export function answerError(c: Context, status: ErrorStatus, error: WireError): Response {
  return c.json({ error }, status);
}
