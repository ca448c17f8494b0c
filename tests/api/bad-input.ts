import type { RunningDesk } from '../running-desk';

/** One call that must be refused, and how; asked with an admin token, which may do all of them. */
export type BadInput = {
  what: string;
  method: string;
  path: string;
  body?: unknown;
  /** 400 unless told. */
  status?: number;
  code?: string;
  field?: string;
};

/** A row of a table for one method and path. */
export function badBodies(
  method: string,
  path: string,
  rows: readonly (readonly [what: string, body: unknown, field?: string])[],
): BadInput[] {
  return rows.map(([what, body, field]) => ({ what, method, path, body, field }));
}

export function badPaths(
  method: string,
  rows: readonly (readonly [path: string, status: number, field?: string, body?: unknown])[],
): BadInput[] {
  const codes = new Map([
    [403, 'forbidden'],
    [404, 'not_found'],
    [409, 'conflict'],
  ]);
  return rows.map(([path, status, field, body]) => ({
    what: path,
    method,
    path,
    body,
    status,
    code: codes.get(status) ?? 'invalid',
    field,
  }));
}

/** What a refusal says. */
export type Refusal = {
  error: {
    code: string;
    message: string;
    field?: string;
    problems?: { field?: string; message: string }[];
  };
};

/** Sends a body exactly as it is, as an admin token unless told; gives the status and the refusal. */
export async function sendRaw(
  desk: RunningDesk,
  request: { method: string; path: string; body?: BodyInit; contentType?: string },
): Promise<{ status: number; body: Refusal }> {
  const { method, path, body, contentType } = request;
  const answer = await fetch(`${desk.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${desk.tokens.admin}`,
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
    },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });
  return { status: answer.status, body: await answer.json() };
}

/** What every refusal looks like: a code, and words that a person can understand. */
export const UNDERSTANDABLE = /^[A-Z“\d][^\n]{8,300}$/;
