import type { WireError } from '@/lib/realtime/protocol';

export type ApiMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A refused or failed call: the API's own words, or ours when it could not be reached (status 0). */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}

/** What to tell a person about anything that was thrown. */
export function failureMessage(thrown: unknown): string {
  return thrown instanceof ApiFailure ? thrown.message : 'Something went wrong. Please try again.';
}

/**
 * Calls the API as the signed-in person; `path` is below /api/v1 and begins with a slash.
 * Throws ApiFailure when the call is refused or nothing answers, as when `signal` ends it.
 */
export async function callApi<T>(
  method: ApiMethod,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
  } catch {
    throw new ApiFailure(0, 'unreachable', 'Frontrow could not be reached. Please try again.');
  }
  const text = await response.text();
  if (!response.ok) throw failureOf(response.status, text);
  // The API is ours and typed at its own edge: what it answers is taken at its word.
  const answer: T = text === '' ? undefined : JSON.parse(text);
  return answer;
}

function failureOf(status: number, text: string): ApiFailure {
  try {
    const { error }: { error: WireError } = JSON.parse(text);
    return new ApiFailure(status, error.code, error.message, error.field);
  } catch {
    return new ApiFailure(status, 'failed', `Frontrow could not do that (${status}).`);
  }
}
