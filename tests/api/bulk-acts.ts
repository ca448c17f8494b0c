import { expect } from 'vitest';
import type { BulkFailure, BulkProgress } from '@/lib/desk/wire';
import { type As, headersOf, type RunningDesk } from '../running-desk';

type Line = BulkProgress & { error?: { code: string; message: string } };

/** What a bulk act has told in all: its last line, with every failure there was. */
export type BulkResult = { lines: Line[]; last: BulkProgress; failures: BulkFailure[] };

/** Asks for a bulk act, or to take one back. */
export function askBulk(
  desk: RunningDesk,
  body: unknown,
  { as = desk.tokens.admin, path = '/conversations/bulk', signal }: AskOptions = {},
): Promise<Response> {
  return fetch(`${desk.url}/api/v1${path}`, {
    method: 'POST',
    headers: { ...headersOf(as), 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
}

type AskOptions = { as?: As; path?: string; signal?: AbortSignal };

/** Does a bulk act to its end. */
export async function inBulk(
  desk: RunningDesk,
  body: unknown,
  options: AskOptions = {},
): Promise<BulkResult> {
  const answer = await askBulk(desk, body, options);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  const lines: Line[] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const last = lines.at(-1);
  if (!last) throw new Error('A bulk act has told nothing.');
  return { lines, last, failures: lines.flatMap(({ failures = [] }) => failures) };
}
