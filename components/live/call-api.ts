import { linesOf } from '@/lib/lines-of';
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
    /** All that is wrong with a document, where the call brought one. */
    readonly problems: WireError['problems'] = undefined,
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
  const response = await send(method, path, body, signal);
  const text = await response.text();
  if (!response.ok) throw failureOf(response.status, text);
  // The API is ours and typed at its own edge: what it answers is taken at its word.
  const answer: T = text === '' ? undefined : JSON.parse(text);
  return answer;
}

/**
 * Calls the API as callApi does, where it answers in lines: gives each as it arrives. Throws
 * ApiFailure also for a line that is an error, and when the connection breaks between two.
 */
export async function* callApiForLines<T>(
  method: ApiMethod,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): AsyncGenerator<T> {
  const response = await send(method, path, body, signal);
  if (!response.ok) throw failureOf(response.status, await response.text());
  yield* answerLines<T>(response);
}

/** The lines of an answer, taken at their word. Throws ApiFailure as callApiForLines does. */
export async function* answerLines<T>({ status, body }: Response): AsyncGenerator<T> {
  try {
    for await (const text of linesOf(body ?? new Blob([]).stream())) {
      const parsed = JSON.parse(text);
      const { error }: { error?: WireError } = parsed;
      if (error) throw new ApiFailure(status, error.code, error.message);
      const line: T = parsed;
      yield line;
    }
  } catch (error) {
    throw error instanceof ApiFailure ? error : unreachable();
  }
}

/** Calls the API while the page is being left: it may outlive the page, and its answer goes unheard. */
export function callApiLeaving(method: ApiMethod, path: string, body: unknown): void {
  send(method, path, body, undefined, true).catch(() => undefined);
}

async function send(
  method: ApiMethod,
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
  keepalive = false,
): Promise<Response> {
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
      keepalive,
    });
  } catch {
    throw unreachable();
  }
}

/** Nothing answered, or not to the end. */
export function unreachable(): ApiFailure {
  return new ApiFailure(0, 'unreachable', 'Frontrow could not be reached. Please try again.');
}

/** What an answer that refuses says, in the API's own words where it has any. */
export function failureOf(status: number, text: string): ApiFailure {
  try {
    const { error }: { error: WireError } = JSON.parse(text);
    return new ApiFailure(status, error.code, error.message, error.field, error.problems);
  } catch {
    return new ApiFailure(status, 'failed', `Frontrow could not do that (${status}).`);
  }
}
