import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ContactCount } from '@/lib/desk/wire';
import { makeContacts } from '../desk/many-contacts';
import { slowDisk } from '../desk/slow-disk';
import { headersOf, type RunningDesk, startDesk } from '../running-desk';
import { arrives } from './arrivals';

const CONTACTS = 12_000;
const PATH = '/segments/count';
const COUNTRIES = ['Belgium', 'France', 'Japan', 'Kenya'];
const BELGIANS = {
  join: 'all',
  conditions: [{ attribute: 'country', operator: 'eq', operand: 'Belgium' }],
};
let desk: RunningDesk;

beforeAll(async () => {
  desk = await startDesk();
  await makeContacts(desk.desk, CONTACTS, (n) => ({ country: COUNTRIES[n % 4] ?? '' }));
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

const ask = (body: unknown, signal?: AbortSignal) =>
  fetch(`${desk.url}/api/v1${PATH}`, {
    method: 'POST',
    headers: { ...headersOf(desk.tokens.read), 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });

type Line = ContactCount & { error?: { code: string; message: string } };
async function linesOf(answer: Response): Promise<Line[]> {
  const text = await answer.text();
  expect(text).toMatch(/\n$/);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('a count among all contacts', () => {
  test('answers lines of JSON, the last of which is the count', async () => {
    const answer = await ask(BELGIANS);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await linesOf(answer)).at(-1)).toEqual({
      scanned: CONTACTS,
      total: CONTACTS,
      contacts: CONTACTS / 4,
      done: true,
    });
  });

  test('tells how far it has come while it counts', async () => {
    slowDisk(desk.desk);
    const answer = await ask(BELGIANS);
    const reader = answer.body?.getReader();
    const first: Line = JSON.parse(new TextDecoder().decode((await reader?.read())?.value));
    expect(first).toEqual({
      scanned: expect.any(Number),
      total: CONTACTS,
      contacts: expect.any(Number),
      done: false,
    });
    expect(first.scanned).toBeGreaterThan(0);
    expect(first.scanned).toBeLessThan(CONTACTS);
    await reader?.cancel();
  });

  test('leaves the queue to answer meanwhile', async () => {
    let done = false;
    const counted = ask(BELGIANS)
      .then(linesOf)
      .finally(() => {
        done = true;
      });
    let answers = 0;
    while (!done) {
      expect((await desk.call('GET', '/queue')).status).toBe(200);
      answers += 1;
    }
    expect((await counted).at(-1)?.done).toBe(true);
    expect(answers).toBeGreaterThan(3);
  });

  test('ends when the client goes away', async () => {
    const reads = slowDisk(desk.desk);
    const gone = new AbortController();
    const answer = await ask(BELGIANS, gone.signal);
    gone.abort();
    await expect(answer.text()).rejects.toThrow();
    // Counts of one caller share its turns: had the first gone on, it would have ended by now.
    expect((await linesOf(await ask(BELGIANS))).at(-1)?.done).toBe(true);
    const pages = await Promise.all(reads.mock.results.map(({ value }) => value));
    expect(pages.filter((page) => page.length < (pages[0]?.length ?? 0))).toHaveLength(1);
  });

  test('that fails says so in its last line, and the desk’s keeper is told why', async () => {
    const broken = new Error('The disk is gone.');
    const { valuesAfter } = desk.desk.store;
    vi.spyOn(desk.desk.store, 'valuesAfter').mockImplementation((afterId, ...rest) =>
      afterId === '' ? valuesAfter(afterId, ...rest) : Promise.reject(broken),
    );
    const answer = await ask(BELGIANS);
    expect(answer.status).toBe(200);
    const lines = await linesOf(answer);
    expect(lines).toEqual([{ error: { code: 'internal', message: expect.any(String) } }]);
    expect(JSON.stringify(lines)).not.toContain('disk');
    expect(desk.errors.splice(0)).toEqual([broken]);
  });

  test('has all contacts, a preview those with an open conversation', async () => {
    await arrives(desk, 'waits', { attributes: { country: 'Belgium' } });
    const preview = await desk.call<{ contacts: number }>('POST', '/segments/preview', BELGIANS);
    expect(preview.body.contacts).toBe(1);
    expect((await linesOf(await ask(BELGIANS))).at(-1)?.contacts).toBe(CONTACTS / 4 + 1);
  });

  test('is refused before it begins in the form of every refusal', async () => {
    const reads = vi.spyOn(desk.desk.store, 'valuesAfter');
    const answer = await ask({ ...BELGIANS, id: 'nothing' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toMatchObject({ error: { code: 'not_found' } });
    expect(reads).not.toHaveBeenCalled();
  });

  test('is described as lines of JSON', async () => {
    const { body } = await desk.call<{ paths: Record<string, unknown> }>('GET', '/openapi.json');
    expect(body.paths[PATH]).toMatchObject({
      post: { responses: { 200: { content: { 'application/x-ndjson': {} } } } },
    });
  });
});
