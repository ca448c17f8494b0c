import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type As, headersOf, type RunningDesk, startDesk } from '../running-desk';
import { type Refusal, sendRaw, UNDERSTANDABLE } from './bad-input';

type Result = {
  row: number;
  externalId?: string;
  ok?: boolean;
  created?: boolean;
  stale?: string[];
  error?: Refusal['error'];
};

const PATH = '/contacts/bulk';
const NDJSON = 'application/x-ndjson';

let desk: RunningDesk;

beforeAll(async () => {
  desk = await startDesk();
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

const revision = async () => (await desk.desk.store.head()).revision;
const contact = (externalId: string) => desk.desk.store.contactByExternalId('desk', externalId);

async function bulk(text: string, as: As = desk.tokens.ingest): Promise<Result[]> {
  const answer = await fetch(`${desk.url}/api/v1${PATH}`, {
    method: 'POST',
    headers: { ...headersOf(as), 'content-type': NDJSON },
    body: text,
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain(NDJSON);
  const lines = (await answer.text()).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

const textOf = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');

describe('a bulk import', () => {
  test('makes contacts and writes values of those that exist, a result a row', async () => {
    const rows = ['ann', 'bob'].map((externalId) => ({ externalId, values: { country: null } }));
    expect(await bulk(`${textOf(rows)}\r\n\n`)).toEqual([
      { row: 1, externalId: 'ann', ok: true, created: true },
      { row: 2, externalId: 'bob', ok: true, created: true },
    ]);
    const again = { externalId: 'ann', values: { loyalty_status: 'Gold' } };
    expect(await bulk(textOf([again]))).toEqual([
      { row: 1, externalId: 'ann', ok: true, created: false },
    ]);
    expect((await contact('ann'))?.values).toMatchObject({
      loyalty_status: { value: 'Gold', source: 'crm' },
    });
    const before = await revision();
    await bulk(textOf([again]));
    expect(await revision()).toBe(before);
  });

  test('keeps what is good and says of every other row what is wrong', async () => {
    const good = (externalId: string) =>
      JSON.stringify({ externalId, values: { loyalty_status: 'Gold' } });
    const bad: [line: string, code: string, field?: string][] = [
      ['{"externalId": "half', 'invalid'],
      ['[]', 'invalid'],
      ['null', 'invalid'],
      ['{}', 'invalid', 'externalId'],
      [textOf([{ externalId: ' ', values: {} }]), 'invalid', 'externalId'],
      [textOf([{ externalId: 'no-values' }]), 'invalid', 'values'],
      [textOf([{ externalId: 'x', values: {}, more: 1 }]), 'invalid', 'more'],
      [textOf([{ externalId: 'x', as: 'robot', values: {} }]), 'invalid', 'as'],
      [textOf([{ externalId: 'x', as: 'agent', values: {} }]), 'forbidden', 'as'],
      [textOf([{ externalId: 'x', values: { nothing: 1 } }]), 'invalid', 'values.nothing'],
      [textOf([{ externalId: 'x', values: { vip: true } }]), 'forbidden', 'values.vip'],
      ['{"externalId":"x","values":{"__proto__":1}}', 'invalid', '__proto__'],
      ['{"externalId":"x","values":{"name":"\\u0000"}}', 'invalid', 'values.name'],
      [textOf([{ externalId: 'x', values: { name: 'x'.repeat(1_000_000) } }]), 'invalid'],
    ];
    const lines = [good('first'), ...bad.flatMap(([line], n) => [line, good(`good-${n}`)])];
    const results = await bulk(lines.join('\n'));
    expect(results.map(({ row }) => row)).toEqual(lines.map((_, place) => place + 1));
    for (const [place, result] of results.entries()) {
      if (place % 2 === 0) expect(result).toMatchObject({ ok: true, created: true });
      else {
        const [, code, field] = bad[(place - 1) / 2] ?? [];
        expect(result.error).toEqual({
          code,
          message: expect.stringMatching(UNDERSTANDABLE),
          ...(field === undefined ? {} : { field }),
        });
        expect(result.ok).toBeUndefined();
      }
    }
    expect(await contact('x')).toBeNull();
    expect(await contact(`good-${bad.length - 1}`)).not.toBeNull();
  });

  test('takes one contact in many rows in their order', async () => {
    const rows = Array.from({ length: 120 }, (_, n) => ({
      externalId: 'often',
      values: { loyalty_status: `level ${n}` },
    }));
    const results = await bulk(textOf(rows));
    expect(results.filter(({ created }) => created)).toHaveLength(1);
    expect((await contact('often'))?.values.loyalty_status?.value).toBe('level 119');
  });

  test('lets the newest version of a contact win, and says which attributes of a row are older', async () => {
    const row = (version: unknown, level: string) => ({
      externalId: 'versioned',
      version,
      values: { loyalty_status: level },
    });
    const results = await bulk(textOf([row(2, 'Gold'), row(1, 'Silver'), row('3', 'Platinum')]));
    expect(results.map(({ ok, stale }) => ({ ok, stale }))).toEqual([
      { ok: true, stale: [] },
      { ok: true, stale: ['loyalty_status'] },
      { ok: true, stale: [] },
    ]);
    expect((await contact('versioned'))?.values.loyalty_status?.value).toBe('Platinum');
    const [refused] = await bulk(textOf([row('new', 'Gold')]));
    expect(refused?.error).toMatchObject({ code: 'invalid', field: 'version' });
  });

  test('takes 10,000 rows, and the queue answers meanwhile', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => ({
      externalId: `many-${n}`,
      values: { loyalty_status: 'Gold' },
    }));
    let done = false;
    const results = bulk(textOf(rows)).finally(() => {
      done = true;
    });
    let answers = 0;
    while (!done) {
      expect((await desk.call('GET', '/queue')).status).toBe(200);
      answers += 1;
    }
    expect((await results).filter(({ ok }) => ok)).toHaveLength(10_000);
    expect(answers).toBeGreaterThan(10);
  });

  test('writes as agent for a person', async () => {
    const agent = await desk.person('agent');
    await bulk(textOf([{ externalId: 'by-hand', values: { vip: true } }]), agent);
    expect((await contact('by-hand'))?.values.vip?.source).toBe('agent');
  });
});

describe('a bulk import is refused as a whole, and nothing of it is kept,', () => {
  const row = textOf([{ externalId: 'never', values: {} }]);
  const refusals: [what: string, body: () => BodyInit, status?: number, type?: string][] = [
    ['without rows', () => '\n \n'],
    ['when it is not called NDJSON', () => row, 400, 'application/json'],
    ['when it is no UTF-8', () => Buffer.concat([Buffer.from(`${row}\n`), Buffer.from([0xff])])],
    ['with more than 10,000 rows', () => `${row}\n`.repeat(10_001)],
    ['with more than 20 MB', () => `${row}\n`.padEnd(20_000_001), 413],
    [
      'with more than 20 MB of which it does not say the length',
      () => new Blob([`${row}\n`.padEnd(20_000_001)]).stream(),
      413,
    ],
  ];

  test.each(refusals)('%s', async (_, body, status = 400, contentType = NDJSON) => {
    const before = await revision();
    const answer = await sendRaw(desk, { method: 'POST', path: PATH, body: body(), contentType });
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(UNDERSTANDABLE);
    expect(await revision()).toBe(before);
  });
});

test('a contact may be called bulk', async () => {
  expect((await desk.call('PUT', '/contacts/bulk', { values: { vip: true } })).status).toBe(201);
});
