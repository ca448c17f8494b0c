import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AttributeCoverage } from '@/lib/desk/wire-attributes';
import { makeContacts } from '../desk/many-contacts';
import { slowDisk } from '../desk/slow-disk';
import { headersOf, type RunningDesk, startDesk } from '../running-desk';
import { arrives } from './arrivals';

const CONTACTS = 12_000;
const COUNTRIES = ['Belgium', 'France', ' Japan', 'Japan'];
let desk: RunningDesk;

beforeAll(async () => {
  desk = await startDesk();
  await makeContacts(desk.desk, CONTACTS, (n) => ({
    country: COUNTRIES[n % 4] ?? '',
    ...(n % 3 === 0 ? { customer_since: `20${20 + (n % 2)}-05-0${1 + (n % 9)}` } : {}),
  }));
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

const ask = (key: string, signal?: AbortSignal) =>
  fetch(`${desk.url}/api/v1/attributes/${key}/coverage`, {
    headers: headersOf(desk.tokens.read),
    signal,
  });

type Line = AttributeCoverage & { error?: { code: string; message: string } };
async function linesOf(answer: Response): Promise<Line[]> {
  const text = await answer.text();
  expect(text).toMatch(/\n$/);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('the coverage of an attribute', () => {
  test('is answered in lines of JSON, the last of which has counted all contacts', async () => {
    const answer = await ask('country');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await linesOf(answer)).at(-1)).toEqual({
      scanned: CONTACTS,
      total: CONTACTS,
      contacts: CONTACTS,
      bySource: { agent: 0, channel: 0, crm: CONTACTS },
      distribution: {
        format: 'text',
        texts: [
          { text: 'Japan', contacts: CONTACTS / 2 },
          { text: 'Belgium', contacts: CONTACTS / 4 },
          { text: 'France', contacts: CONTACTS / 4 },
        ],
        others: 0,
        different: 3,
        isComplete: true,
      },
      done: true,
    });
  });

  test('leaves out whoever has no value', async () => {
    const since = (await linesOf(await ask('customer_since'))).at(-1);
    expect(since).toMatchObject({ contacts: CONTACTS / 3, distribution: { span: 'month' } });
    const nothing = (await linesOf(await ask('twitter_followers'))).at(-1);
    expect(nothing).toMatchObject({
      contacts: 0,
      bySource: { agent: 0, channel: 0, crm: 0 },
      distribution: { format: 'number', bars: [], least: null, most: null },
    });
  });

  test('says from where values are', async () => {
    await arrives(desk, 'by-channel', { attributes: { page_url: 'https://shop.example/a' } });
    await arrives(desk, 'by-hand', { attributes: { page_url: '' } });
    const values = { as: 'agent', values: { vip: true } };
    await desk.call('PATCH', '/contacts/by-hand/attributes', values);
    expect((await linesOf(await ask('page_url'))).at(-1)).toMatchObject({
      contacts: 1,
      bySource: { agent: 0, channel: 1, crm: 0 },
    });
    expect((await linesOf(await ask('vip'))).at(-1)).toMatchObject({
      contacts: 1,
      bySource: { agent: 1, channel: 0, crm: 0 },
      distribution: { yes: 1, no: 0 },
    });
  });

  test('tells how far it has come, and what it has found so far', async () => {
    slowDisk(desk.desk);
    const answer = await ask('country');
    const reader = answer.body?.getReader();
    const first: Line = JSON.parse(new TextDecoder().decode((await reader?.read())?.value));
    expect(first).toMatchObject({ done: false, contacts: first.scanned });
    expect(first.scanned).toBeGreaterThan(0);
    expect(first.scanned).toBeLessThan(CONTACTS);
    await reader?.cancel();
  });

  test('ends when the client goes away', async () => {
    const reads = slowDisk(desk.desk);
    const gone = new AbortController();
    const answer = await ask('country', gone.signal);
    gone.abort();
    await expect(answer.text()).rejects.toThrow();
    // Scans of one caller share its turns: had the first gone on, it would have ended by now.
    expect((await linesOf(await ask('country'))).at(-1)?.done).toBe(true);
    const pages = await Promise.all(reads.mock.results.map(({ value }) => value));
    expect(pages.filter((page) => page.length < (pages[0]?.length ?? 0))).toHaveLength(1);
  });

  test('that fails says so in its last line, and the desk’s keeper is told why', async () => {
    const broken = new Error('The disk is gone.');
    vi.spyOn(desk.desk.store, 'valuesAfter').mockRejectedValue(broken);
    const lines = await linesOf(await ask('country'));
    expect(lines).toEqual([{ error: { code: 'internal', message: expect.any(String) } }]);
    expect(desk.errors.splice(0)).toEqual([broken]);
  });

  test('of none there is, is refused before it begins', async () => {
    const reads = vi.spyOn(desk.desk.store, 'valuesAfter');
    const answer = await ask('nothing');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { code: 'not_found' } });
    expect(reads).not.toHaveBeenCalled();
  });
});
