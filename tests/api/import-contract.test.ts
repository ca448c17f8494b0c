import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importContacts } from '@/lib/commands/contacts/import-contacts';
import { SYSTEM } from '@/lib/desk/context';
import type { ContactDetail } from '@/lib/desk/wire-contacts';
import type {
  ImportedRow,
  ImportLook,
  ImportProgress,
  ImportUndoProgress,
} from '@/lib/desk/wire-imports';
import { type As, headersOf, type RunningDesk, type SignedIn, startDesk } from '../running-desk';

let desk: RunningDesk;
let supervisor: SignedIn;

beforeAll(async () => {
  desk = await startDesk();
  supervisor = await desk.person('supervisor', 'Sue');
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

type Sent = { body: BodyInit; type?: string; as?: As };

function send(path: string, { body, type = 'text/csv', as = supervisor }: Sent) {
  return fetch(`${desk.url}/api/v1/contacts/import${path}`, {
    method: 'POST',
    headers: { ...headersOf(as), 'content-type': type },
    body,
  });
}

async function look(body: BodyInit): Promise<ImportLook> {
  return (await send('/look', { body })).json();
}

async function linesOf<T>(answer: Response): Promise<T[]> {
  expect(answer.status).toBe(200);
  const text = await answer.text();
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Imports, and gives the last line with what became of every row. */
async function bring(body: string, columns: string, more = '') {
  const answer = await send(`?columns=${columns}${more}`, { body });
  const lines = await linesOf<ImportProgress>(answer);
  expect(lines.map(({ finished }) => finished)).toEqual(lines.map((one) => one === lines.at(-1)));
  return { ...lines.at(-1), results: lines.flatMap(({ results }) => results) };
}

async function undo(importId: string | null | undefined) {
  const body = JSON.stringify({ importId });
  const lines = await linesOf<ImportUndoProgress>(
    await send('/undo', { body, type: 'application/json' }),
  );
  return { ...lines.at(-1), failures: lines.flatMap(({ failures }) => failures) };
}

const outcomes = (results: readonly ImportedRow[]) =>
  results.map(({ row, outcome, message }) => [row, outcome, message]);

async function known(externalId: string): Promise<Record<string, unknown> | null> {
  const contact = await desk.desk.store.contactByExternalId('desk', externalId);
  if (!contact) return null;
  return Object.fromEntries(Object.entries(contact.values).map(([key, { value }]) => [key, value]));
}

describe('what a file seems to be', () => {
  test.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('is told from its header, parted by %s, with a byte order mark or without', async (_, by) => {
    const header = ['Customer ID', 'E-mail', 'Name', 'Loyalty status', 'Shoe size'].join(by);
    const rows = [
      `7${by}a@b.example${by}Ann${by}Gold${by}`,
      `8${by}${by}"Bea ${by} Co"${by}${by}41`,
    ];
    for (const mark of ['', '\uFEFF']) {
      const found = await look(`${mark}${header}\r\n${rows.join('\r\n')}\r\n\r\n`);
      expect(found).toEqual({
        delimiter: by,
        rows: 2,
        columns: [
          { header: 'Customer ID', examples: ['7', '8'], guess: 'external_id', problem: null },
          { header: 'E-mail', examples: ['a@b.example'], guess: 'email', problem: null },
          { header: 'Name', examples: ['Ann', `Bea ${by} Co`], guess: 'name', problem: null },
          {
            header: 'Loyalty status',
            examples: ['Gold'],
            guess: null,
            problem: 'Loyalty status is managed by the CRM.',
          },
          { header: 'Shoe size', examples: ['41'], guess: null, problem: null },
        ],
      });
    }
  });
});

describe('an import', () => {
  test('makes contacts and writes values, each row by itself, after a dry run that says the same', async () => {
    await desk.call('PUT', '/contacts/imp-2', { values: { name: 'Bea', country: 'France' } });
    await desk.call('PUT', '/contacts/imp-3', { values: { name: 'Cleo' } });
    const file = [
      'id,name,vip,note,country',
      'imp-1,"Ann ""A"" Smith",YES,x,Belgium',
      'imp-2,Bea,,,Spain',
      'imp-3,Cleo,,,',
      'imp-4,Dan,perhaps,,',
      ',Nobody,,,',
      'imp-1,Again,,,',
      'imp-5,"Two\nlines",no,,\'=1+1',
    ].join('\n');
    const columns = 'external_id,name,vip,,country';
    const head = await desk.desk.store.head();
    const dry = await bring(file, columns, '&dry=yes');
    expect(await desk.desk.store.head()).toEqual(head);
    expect(dry.importId).toBeNull();
    const real = await bring(file, columns);
    expect(real.results).toEqual(dry.results);
    expect(outcomes(real.results)).toEqual([
      [1, 'created', null],
      [2, 'changed', null],
      [3, 'same', null],
      [4, 'refused', 'VIP: This must be yes or no (true or false), not text.'],
      [5, 'refused', 'The external id is missing.'],
      [6, 'refused', 'This external id is in row 1 already.'],
      [7, 'created', null],
    ]);
    expect(real).toMatchObject({ created: 2, changed: 1, same: 1, refused: 3 });
    expect(await known('imp-1')).toEqual({ name: 'Ann "A" Smith', vip: true, country: 'Belgium' });
    expect(await known('imp-2')).toEqual({ name: 'Bea', country: 'Spain' });
    expect(await known('imp-4')).toBeNull();
    expect(await known('imp-5')).toEqual({ name: 'Two\nlines', vip: false, country: '=1+1' });
  });

  test('is taken back as a whole, but for those to whom something has happened since, by name', async () => {
    await desk.call('PUT', '/contacts/und-1', { values: { name: 'Olga', country: 'France' } });
    await desk.call('PUT', '/contacts/und-2', { values: { name: 'Pia', country: 'France' } });
    const file = [
      'id,name,country',
      'und-1,Olga,Spain',
      'und-2,Pia,Spain',
      'und-3,New,Spain',
      'und-4,Talker,Spain',
      'und-5,Changed,Spain',
    ].join('\n');
    const { importId } = await bring(file, 'external_id,name,country');
    await desk.call('PUT', '/contacts/und-2', { values: { country: 'Peru' } });
    await desk.call('PUT', '/contacts/und-5', { values: { country: 'Peru' } });
    const message = { contact: { externalId: 'und-4' }, text: 'Hi', externalMessageId: 'und-4' };
    await desk.call('POST', '/channels/api/messages', message);
    const back = await undo(importId);
    expect(back).toMatchObject({ total: 5, done: 2, failed: 3, finished: true });
    expect(back.failures.map(({ name, message: why }) => [name, why]).sort()).toEqual([
      ['Changed', 'It was changed again since.'],
      ['Pia', 'This can no longer be undone: Country was written again since.'],
      ['Talker', 'They have written in since.'],
    ]);
    expect(await known('und-1')).toEqual({ name: 'Olga', country: 'France' });
    expect(await known('und-2')).toEqual({ name: 'Pia', country: 'Peru' });
    expect(await known('und-3')).toBeNull();
    expect(await known('und-4')).toMatchObject({ country: 'Spain' });
    expect(await undo(importId)).toMatchObject({ done: 0, failed: 5 });
    const unknown = await send('/undo', { body: '{"importId":"x"}', type: 'application/json' });
    expect(unknown.status).toBe(404);
  });

  test('is written by hand, as the history of a contact says', async () => {
    await bring('id,country\nhis-1,Spain', 'external_id,country');
    const contact = await desk.desk.store.contactByExternalId('desk', 'his-1');
    const path = `/contacts/by-id/${contact?.id}`;
    const { body } = await desk.call<ContactDetail>('GET', path);
    expect(body.values).toMatchObject([{ attribute: 'country', source: 'agent' }]);
    const history = await desk.call('GET', `${path}/history`);
    expect(history.body).toMatchObject({
      lines: [
        { kind: 'values', by: { name: 'Sue' } },
        { kind: 'created', by: { name: 'Sue' } },
      ],
    });
  });

  test('stops where it is when nobody waits for it any more', async () => {
    async function* rows() {
      for (let n = 0; n < 1_000; n += 1) yield [`stop-${n}`];
    }
    const ctx = { desk: desk.desk, caller: SYSTEM };
    const input = { rows: rows(), columns: ['external_id'], dryRun: false };
    for await (const { created, importId } of importContacts({ ctx, input })) {
      if (created === 0) continue;
      expect(created).toBe(50);
      expect(await undo(importId)).toMatchObject({ done: 50, failed: 0 });
      break;
    }
    expect(await known('stop-60')).toBeNull();
  });

  test('of 100,000 rows says how far it is, and one row more is refused', async () => {
    const many = Array.from({ length: 100_001 }, (_, n) => `many-${n},Name ${n}`);
    const file = (count: number) => `id,name\n${many.slice(0, count).join('\n')}`;
    expect(await look(file(100_000))).toMatchObject({ rows: 100_000 });
    expect((await send('/look', { body: file(100_001) })).status).toBe(413);
    const dry = await bring(file(100_000), 'external_id,name', '&dry=yes');
    expect(dry).toMatchObject({ created: 100_000, refused: 0 });
    expect(dry.results).toHaveLength(100_000);
  }, 120_000);
});

const LONG = 'x'.repeat(4_001);

describe('a hostile file', () => {
  test.each<[what: string, row: string, outcome: string, message: RegExp | null]>([
    ['a value of 4,001 characters', `h,${LONG}`, 'refused', /^Name: This is 4001 characters long/],
    ['an id of 201 characters', `${'i'.repeat(201)},A`, 'refused', /^The external id has more/],
    ['a NUL', 'h,a\0b', 'refused', /NUL/],
    ['cells beyond the header', 'h,A,b,c', 'refused', /4 cells, 2 more than the header/],
    ['empty cells beyond the header', 'h-1,A,,', 'created', null],
    ['fewer cells', 'h-2', 'created', null],
    ['a formula', 'h-3,=cmd()', 'created', null],
    ['markup', 'h-4,<script>alert(1)</script>', 'created', null],
    ['a key of the prototype as id', '__proto__,A', 'created', null],
    ['white space around', '  h-5  ,  A  ', 'created', null],
    ['right-to-left text and emoji', 'h-6,שלום 🏛', 'created', null],
  ])('with %s is read row by row', async (_, row, outcome, message) => {
    const { results } = await bring(`id,name\n${row}`, 'external_id,name');
    expect(results).toHaveLength(1);
    expect(results[0]?.outcome).toBe(outcome);
    if (message) expect(results[0]?.message).toMatch(message);
    else expect(results[0]?.message).toBeNull();
  });

  test.each<[what: string, sent: Sent, field: string | undefined]>([
    ['nothing in it', { body: '' }, undefined],
    ['only white space', { body: ' \n\n' }, undefined],
    ['no UTF-8', { body: new Uint8Array([0x69, 0x64, 0x0a, 0xff, 0xfe]) }, undefined],
    ['UTF-16', { body: new Uint8Array([0xff, 0xfe, 0x69, 0x00]) }, undefined],
    ['a quote that never closes', { body: 'id\n"open\nx\ny' }, undefined],
    ['a row of more than 1 MB', { body: `id\n${'x'.repeat(1_100_000)}` }, undefined],
    ['another type', { body: '{}', type: 'application/json' }, 'content-type'],
  ])('with %s is refused as a whole', async (_, sent, field) => {
    const answer = await send('/look', sent);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { code: 'invalid', ...(field && { field }) },
    });
  });

  test.each([
    ['no id', 'name,country'],
    ['two of one', 'external_id,external_id'],
    ['an unknown attribute', 'external_id,nothing'],
    ['a key of the prototype', 'external_id,constructor'],
    ['what the CRM manages', 'external_id,loyalty_status'],
    ['one too few', 'external_id'],
    ['one too many', 'external_id,name,'],
  ])('is refused with columns that have %s', async (_, columns) => {
    const head = await desk.desk.store.head();
    const answer = await send(`?columns=${columns}`, { body: 'id,name\n1,Ann' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { field: 'columns' } });
    expect(await desk.desk.store.head()).toEqual(head);
  });

  test('of more than 50 MB is refused, and brought by an agent is not read', async () => {
    const answer = await send('/look', { body: new Uint8Array(50_000_001) });
    expect(answer.status).toBe(413);
    const agent = await desk.person('agent');
    expect((await send('/look', { body: 'id\n1', as: agent })).status).toBe(403);
    expect((await send('?columns=external_id', { body: 'id\n1', as: agent })).status).toBe(403);
  });
});

describe('an export', () => {
  async function file(query: Record<string, string> = {}): Promise<string> {
    const answer = await fetch(`${desk.url}/api/v1/contacts/export?${new URLSearchParams(query)}`, {
      headers: headersOf(supervisor),
    });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="contacts.csv"');
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
  }

  test('holds whom the filter holds, with a mark for spreadsheets', async () => {
    await desk.call('PUT', '/contacts/exp-1', { values: { name: 'Xenia', country: 'Exportia' } });
    await desk.call('PUT', '/contacts/exp-2', {
      values: { name: 'Yuri, "the" second', country: 'Exportia', vip: true },
    });
    const conditions = JSON.stringify([
      { attribute: 'country', operator: 'eq', operand: 'exportia' },
    ]);
    const text = await file({ conditions });
    const lines = text.split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFexternal_id,channel,vip,name,email,/);
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/^exp-1,api,,Xenia,,,,Exportia,/),
      expect.stringMatching(/^exp-2,api,yes,"Yuri, ""the"" second",,,,Exportia,/),
      '',
    ]);
    const vips = await file({ conditions, segments: 'vip' });
    expect(vips.split('\r\n')).toHaveLength(3);
    expect((await file({ query: 'xenia' })).split('\r\n')).toHaveLength(3);
  });

  test('has no cell that a spreadsheet would run, and comes in again as it was', async () => {
    const wild = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', "'quoted", '＝1', "'=1", "''=1"];
    for (const [n, name] of wild.entries())
      await desk.call('PUT', `/contacts/wild-${n}`, { values: { name, country: 'Wildland' } });
    const conditions = JSON.stringify([
      { attribute: 'country', operator: 'eq', operand: 'Wildland' },
    ]);
    const text = await file({ conditions });
    expect(text).not.toMatch(/(^|,|"|\n)[=+\-@\t]/);
    const width = text.split('\r\n')[0]?.split(',') ?? [];
    const columns = width.map((key) => {
      const name = key.replace('\uFEFF', '');
      return ['external_id', 'name', 'country'].includes(name) ? name : '';
    });
    const again = await bring(text, columns.join(','));
    expect(again).toMatchObject({ created: 0, refused: 0 });
    for (const [n, name] of wild.entries())
      expect(await known(`wild-${n}`)).toMatchObject({ name: n === 4 ? 'x' : name });
  });

  test.each([
    ['conditions=x', 'conditions'],
    ['conditions={}', 'conditions'],
    ['conditions=[{"attribute":"vip","operator":"gt","operand":"1"}]', 'conditions.0.operator'],
    ['segments=gone', 'segments'],
    ['match=most', 'match'],
    ['query=', 'query'],
    ['format=xlsx', 'format'],
  ])('is refused with %s', async (query, field) => {
    const answer = await desk.call('GET', `/contacts/export?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'invalid', field } } });
  });
});
