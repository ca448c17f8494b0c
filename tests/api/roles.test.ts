import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type As, headersOf, type RunningDesk, type SignedIn, startDesk } from '../running-desk';
import { CALLERS, type CallerKind, ENDPOINTS, methodOf } from './endpoints';

let desk: RunningDesk;
let callers: Record<CallerKind, As>;
let agent: SignedIn;

beforeAll(async () => {
  desk = await startDesk();
  agent = await desk.person('agent');
  callers = {
    agent,
    supervisor: await desk.person('supervisor'),
    admin: await desk.person('admin'),
    'read token': desk.tokens.read,
    'ingest token': desk.tokens.ingest,
    'admin token': desk.tokens.admin,
    nobody: null,
  };
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

describe('who may do what', () => {
  test('every route of the OpenAPI document is in the table, and no other', async () => {
    type Document = { paths: Record<string, Record<string, unknown>> };
    const { body } = await desk.call<Document>('GET', '/openapi.json', undefined, null);
    const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(ENDPOINTS.map(({ route }) => route).sort()).toEqual(routes.sort());
  });

  describe.each(ENDPOINTS.map((endpoint) => ({ endpoint, route: endpoint.route })))(
    '$route',
    ({ endpoint }) => {
      test.each(CALLERS)('as %s', async (caller) => {
        const mark = `${caller.replace(' ', '_')}_1`;
        const allowed = endpoint.allowed.includes(caller);
        const before = await desk.desk.store.head();
        const answer = await desk.call<{ error?: { code: string; message: string } }>(
          methodOf(endpoint),
          endpoint.path(mark),
          endpoint.body?.(mark, caller),
          callers[caller],
        );
        const refusal = caller === 'nobody' ? 401 : 403;
        expect(answer.status).toBe(allowed ? endpoint.answer : refusal);
        if (allowed) return;
        expect(answer.body.error?.code).toBe(caller === 'nobody' ? 'unauthenticated' : 'forbidden');
        expect(answer.body.error?.message).toMatch(/\w+ .*\.$/);
        expect(await desk.desk.store.head()).toEqual(before);
      });
    },
  );

  test('a token that nobody has given out is refused', async () => {
    for (const secret of ['frt_nothing', '', 'x y'])
      expect((await desk.call('GET', '/me', undefined, secret)).status).toBe(401);
  });
});

describe('a page elsewhere', () => {
  const post = (origin: string | null) =>
    fetch(`${desk.url}/api/v1/conversations/none/notes`, {
      method: 'POST',
      headers: {
        ...headersOf(agent),
        'content-type': 'application/json',
        ...(origin === null ? {} : { origin }),
      },
      body: JSON.stringify({ text: 'Hello' }),
    });

  test.each(['https://evil.example', 'null', 'http://127.0.0.1.evil.example', 'file://'])(
    'at %s may not write with a person’s cookie',
    async (origin) => {
      const answer = await post(origin);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ error: { code: 'forbidden' } });
    },
  );

  test('is told from the desk’s own pages, and from programs that send no origin', async () => {
    expect((await post(desk.url)).status).toBe(404);
    expect((await post(null)).status).toBe(404);
  });

  test('cannot use a form: nothing but JSON is read', async () => {
    const answer = await fetch(`${desk.url}/api/v1/queue/take`, {
      method: 'POST',
      headers: { ...headersOf(agent), 'content-type': 'text/plain', origin: desk.url },
      body: '{}',
    });
    expect(answer.status).toBe(400);
  });

  test('is no hindrance for a token', async () => {
    const answer = await fetch(`${desk.url}/api/v1/contacts/by-token`, {
      method: 'PUT',
      headers: { ...headersOf(desk.tokens.ingest), origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(201);
  });
});

describe('as whom values are written', () => {
  const patch = (as: string, caller: As, values: Record<string, unknown>) =>
    desk.call<{ error?: { field?: string }; values?: { attribute: string; source: string }[] }>(
      'PATCH',
      '/contacts/whose/attributes',
      { as, values },
      caller,
    );

  beforeAll(async () => {
    await desk.call('PUT', '/contacts/whose', {});
  });

  test('a person is always agent', async () => {
    for (const as of ['crm', 'channel']) {
      const answer = await patch(as, agent, { loyalty_status: 'Gold' });
      expect([answer.status, answer.body.error?.field]).toEqual([403, 'as']);
    }
    expect((await patch('agent', agent, { vip: true })).status).toBe(200);
  });

  test('an ingest token is never agent', async () => {
    const answer = await patch('agent', desk.tokens.ingest, { vip: false });
    expect([answer.status, answer.body.error?.field]).toEqual([403, 'as']);
    expect((await patch('crm', desk.tokens.ingest, { loyalty_status: 'Gold' })).status).toBe(200);
    expect((await patch('channel', desk.tokens.ingest, { page_url: 'https://a.b' })).status).toBe(
      200,
    );
  });

  test('an admin token is any', async () => {
    expect((await patch('agent', desk.tokens.admin, { vip: false })).status).toBe(200);
    expect((await patch('crm', desk.tokens.admin, { loyalty_status: 'Silver' })).status).toBe(200);
    expect((await patch('channel', desk.tokens.admin, { page_url: 'https://c.d' })).status).toBe(
      200,
    );
  });

  test('nobody overwrites what another manages, and is told who does', async () => {
    const cases = [
      ['agent', { loyalty_status: 'Gold' }, 'Loyalty status is managed by the CRM.'],
      ['agent', { page_url: 'https://x.y' }, 'Page URL is managed by the channel.'],
      ['crm', { vip: true }, 'VIP is managed by agents.'],
    ] as const;
    for (const [as, values, message] of cases) {
      const answer = await patch(as, desk.tokens.admin, values);
      expect(answer).toMatchObject({
        status: 403,
        body: { error: { code: 'forbidden', message, field: `values.${Object.keys(values)[0]}` } },
      });
    }
  });

  test('a CRM fills an empty name, and overwrites none', async () => {
    expect((await patch('crm', desk.tokens.ingest, { name: 'Ann' })).status).toBe(200);
    expect((await patch('crm', desk.tokens.ingest, { name: 'Bea' })).status).toBe(403);
    expect((await patch('agent', agent, { name: 'Cleo' })).status).toBe(200);
  });
});
