import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type ErrorCode, isDeskError } from '@/lib/desk/errors';
import type { WireError } from '@/lib/desk/wire';
import { INTERNAL_ERROR, wireErrorOf } from '@/lib/desk/wire-error';

export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500;

const STATUS: Record<ErrorCode, ErrorStatus> = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
};

const HTTP_CODES: Partial<Record<number, { status: ErrorStatus; code: string }>> = {
  400: { status: 400, code: 'invalid' },
  401: { status: 401, code: 'unauthenticated' },
  413: { status: 413, code: 'too_large' },
};

/** What a page elsewhere is told. */
export const FOREIGN_PAGE: WireError = {
  code: 'forbidden',
  message: 'This page may not write to the desk.',
};

/** The one place where errors become answers. Unknown ones are told to `onError` and say nothing. */
export function errorAnswer(
  error: unknown,
  onError: (error: unknown) => void,
): { status: ErrorStatus; error: WireError } {
  if (isDeskError(error)) return { status: STATUS[error.code], error: wireErrorOf(error) };
  if (error instanceof HTTPException) {
    const known = HTTP_CODES[error.status];
    if (known) return { status: known.status, error: { code: known.code, message: error.message } };
  }
  onError(error);
  return { status: 500, error: INTERNAL_ERROR };
}

/** Answers a request with an error. */
export function answerError(c: Context, status: ErrorStatus, error: WireError): Response {
  return c.json({ error }, status);
}
