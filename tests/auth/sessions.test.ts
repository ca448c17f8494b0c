import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCredentials, REMOTE_ADDRESS_HEADER } from '@/lib/auth/credentials';
import { freshDatabase } from '../fresh-database';
import { type RunningDesk, type SignedIn, startDesk } from '../running-desk';

const PASSWORD = 'correct horse battery staple';

let desk: RunningDesk;
let admin: SignedIn;

beforeAll(async () => {
  desk = await startDesk();
  admin = await desk.person('admin', 'The only admin');
});

afterAll(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  fetch(`${desk.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email, password }),
  });

const me = async (person: SignedIn) => (await desk.call('GET', '/me', undefined, person)).status;

describe('signing in', () => {
  test('gives a cookie that no script can read and no other site can send', async () => {
    const answer = await signIn(admin.email, PASSWORD);
    expect(answer.status).toBe(200);
    const session = answer.headers.getSetCookie().find((one) => one.includes('session_token'));
    expect(session).toMatch(/;\s*HttpOnly/i);
    expect(session).toMatch(/;\s*SameSite=Lax/i);
    expect(session).toMatch(/;\s*Path=\//i);
  });

  test('gives a cookie for https alone where the desk is opened by https', async () => {
    const { path, remove } = freshDatabase();
    const credentials = await openCredentials({
      path: `${path}.credentials`,
      secret: 'a secret of at least thirty-two characters',
      publicUrl: 'https://desk.example',
      allowsOrigin: () => true,
      limitSignIns: false,
    });
    await credentials.setPassword({ email: 'ada@desk.example', name: 'Ada' }, PASSWORD);
    const answer = await credentials.signIn('ada@desk.example', PASSWORD);
    expect(answer.headers.getSetCookie().join()).toMatch(/__Secure-.*;\s*Secure/i);
    credentials.close();
    remove();
  });

  test.each([
    ['a wrong password', () => [admin.email, 'not the password']],
    ['an unknown address', () => ['nobody@desk.example', PASSWORD]],
  ])('with %s is refused, in the same words', async (_, who) => {
    const [email = '', password = ''] = who();
    const answer = await signIn(email, password);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({
      error: {
        code: 'unauthenticated',
        message: 'This e-mail address and password do not belong together.',
      },
    });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test.each(['{', '[]', '{"email":5}', '{"email":"a@b.c"}', ''])(
    'with a body such as %s is refused in the one form',
    async (body) => {
      const answer = await fetch(`${desk.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: { code: 'invalid' } });
    },
  );

  test('from a page elsewhere is refused', async () => {
    const answer = await signIn(admin.email, PASSWORD, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
  });

  test('as a deactivated person is refused, and says why', async () => {
    const gone = await desk.person('agent');
    await desk.call('PATCH', `/people/${gone.id}`, { active: false });
    const answer = await signIn(gone.email, PASSWORD);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      error: { code: 'forbidden', message: expect.stringContaining('deactivated') },
    });
    expect(answer.headers.getSetCookie()).toEqual([]);
    await desk.call('PATCH', `/people/${gone.id}`, { active: true });
    expect((await signIn(gone.email, PASSWORD)).status).toBe(200);
  });

  test('again and again is slowed down, whatever address a program says it comes from', async () => {
    const limited = await startDesk({ limitSignIns: true });
    const statuses: number[] = [];
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      const answer = await fetch(`${limited.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [REMOTE_ADDRESS_HEADER]: `203.0.113.${attempt}`,
          'x-forwarded-for': `203.0.113.${attempt}`,
        },
        body: JSON.stringify({ email: 'nobody@desk.example', password: PASSWORD }),
      });
      statuses.push(answer.status);
    }
    await limited.close();
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  test('out ends the session, this one alone', async () => {
    const agent = await desk.person('agent');
    const other = await desk.signedInAgain(agent);
    const answer = await fetch(`${desk.url}/api/auth/sign-out`, {
      method: 'POST',
      headers: { ...agent.headers, 'content-type': 'application/json', origin: desk.url },
      body: '{}',
    });
    expect(answer.status).toBe(200);
    expect([await me(agent), await me(other)]).toEqual([401, 200]);
  });
});

describe('a session', () => {
  test('ends with the others when its person is deactivated, and stays ended', async () => {
    const agent = await desk.person('agent');
    const other = await desk.signedInAgain(agent);
    expect([await me(agent), await me(other)]).toEqual([200, 200]);
    await desk.call('PATCH', `/people/${agent.id}`, { active: false });
    expect([await me(agent), await me(other)]).toEqual([401, 401]);
    await desk.call('PATCH', `/people/${agent.id}`, { active: true });
    expect([await me(agent), await me(other)]).toEqual([401, 401]);
  });

  test('has at once the rights of a new role', async () => {
    const agent = await desk.person('agent');
    const settings = async () => (await desk.call('GET', '/settings', undefined, agent)).status;
    expect(await settings()).toBe(403);
    await desk.call('PATCH', `/people/${agent.id}`, { role: 'supervisor' });
    expect(await settings()).toBe(200);
  });

  test('with a cookie bent by a character is nobody’s', async () => {
    const cookie = admin.headers.cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect(await me({ ...admin, headers: { cookie: cookie.replace(/=./, '=!') } })).toBe(401);
  });

  test('does not count where a token is sent too', async () => {
    const answer = await fetch(`${desk.url}/api/v1/me`, {
      headers: { ...admin.headers, authorization: 'Bearer frt_unknown' },
    });
    expect(answer.status).toBe(401);
  });
});

describe('the last active admin', () => {
  test.each([{ role: 'agent' }, { role: 'supervisor' }, { active: false }])(
    'stays: %o is a conflict',
    async (change) => {
      const answer = await desk.call('PATCH', `/people/${admin.id}`, change);
      expect(answer).toMatchObject({
        status: 409,
        body: { error: { code: 'conflict', field: Object.keys(change)[0] } },
      });
      expect(await me(admin)).toBe(200);
    },
  );

  test('is still there when two admins demote each other at once', async () => {
    const second = await desk.person('admin');
    const answers = await Promise.all([
      desk.call('PATCH', `/people/${admin.id}`, { role: 'agent' }, second),
      desk.call('PATCH', `/people/${second.id}`, { role: 'agent' }, admin),
    ]);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(1);
    const { people } = desk.desk.memory;
    expect([...people.values()].filter((one) => one.role === 'admin' && one.active)).toHaveLength(
      1,
    );
  });
});

describe('the rest of better-auth', () => {
  test.each([
    'POST sign-up/email',
    'POST update-user',
    'POST change-email',
    'POST change-password',
    'POST set-password',
    'POST delete-user',
    'POST request-password-reset',
    'POST forget-password',
    'POST reset-password',
    'POST send-verification-email',
    'GET verify-email',
    'POST verify-password',
    'POST sign-in/social',
    'POST sign-in/email/',
    'POST sign-in//email',
    'POST sign-in/../sign-up/email',
    'POST link-social',
    'GET list-sessions',
    'POST revoke-sessions',
    'GET get-session',
    'GET list-accounts',
    'POST admin/create-user',
    'POST admin/set-role',
    'GET admin/list-users',
    'GET ok',
    'GET error',
    'GET sign-in/email',
    'GET sign-out',
  ])('%s is unreachable', async (call) => {
    const [method = '', path = ''] = call.split(' ');
    const body =
      method === 'GET'
        ? undefined
        : JSON.stringify({ email: 'a@b.c', password: PASSWORD, name: 'A' });
    const answer = await fetch(`${desk.url}/api/auth/${path}`, {
      method,
      headers: { ...admin.headers, 'content-type': 'application/json', origin: desk.url },
      body,
    });
    expect(answer.status).toBe(404);
  });
});
