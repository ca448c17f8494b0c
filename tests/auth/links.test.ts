import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inviteFirstAdmin } from '@/lib/commands/people/set-up-desk';
import { type Answer, type RunningDesk, startDesk } from '../running-desk';

const DAY = 24 * 60 * 60 * 1_000;
const PASSWORD = 'a password for tests';

let desk: RunningDesk;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 5);
  desk = await startDesk({ clock: () => now });
});

afterEach(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

const ada = { name: 'Ada', email: 'Ada@desk.example ' };
const setUp = (token: string, who = ada, password = PASSWORD) =>
  desk.call('POST', '/setup', { token, password, ...who }, null);
const join = (token: string, password = PASSWORD) =>
  desk.call('POST', '/join', { token, password }, null);

async function setUpLink(): Promise<string> {
  return (await inviteFirstAdmin(desk.desk)) ?? '';
}

async function invited(email: string): Promise<{ id: string; token: string }> {
  type Invited = { person: { id: string }; invitationUrl: string };
  const { body } = await desk.call<Invited>('POST', '/people', {
    name: 'Ben',
    email,
    role: 'agent',
  });
  expect(body.invitationUrl).toMatch(/^http:\/\/.*\/join\/fri_[\w-]{43}$/);
  return { id: body.person.id, token: body.invitationUrl.split('/').at(-1) ?? '' };
}

const signIn = (email: string, password = PASSWORD) =>
  desk.call('POST', '/api/auth/sign-in/email', { email, password }, null);

/** Who the answer's cookie signs in. */
async function signedInBy(answer: Answer<unknown>): Promise<unknown> {
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const me = await fetch(`${desk.url}/api/v1/me`, { headers: { cookie } });
  return me.json();
}

describe('the set-up link', () => {
  test('makes the first admin once, and signs them in', async () => {
    const token = await setUpLink();
    const answer = await setUp(token);
    expect(answer.status).toBe(204);
    expect(await signedInBy(answer)).toMatchObject({
      name: 'Ada',
      email: 'ada@desk.example',
      role: 'admin',
    });
    expect((await setUp(token, { name: 'Eve', email: 'eve@desk.example' })).status).toBe(409);
    expect((await signIn('eve@desk.example')).status).toBe(401);
  });

  test('is not made, and not taken, once there are people', async () => {
    const token = await setUpLink();
    await desk.person('agent');
    expect(await setUpLink()).toBe('');
    expect((await setUp(token)).status).toBe(409);
  });

  test('lasts a day', async () => {
    const token = await setUpLink();
    now += DAY;
    expect(await setUp(token)).toMatchObject({ status: 404, body: { error: { field: 'token' } } });
  });

  test('of somebody’s own making gives nobody a password', async () => {
    await setUpLink();
    expect((await setUp('frs_guessed')).status).toBe(404);
    const admin = await setUp(await setUpLink());
    expect(admin.status).toBe(204);
    expect((await setUp('frs_guessed', ada, 'another password')).status).toBe(409);
    expect((await signIn(ada.email.trim(), 'another password')).status).toBe(401);
  });

  test('used by two at once has one winner, whose password holds', async () => {
    const [one, two] = [await setUpLink(), await setUpLink()];
    const passwords = ['the first password', 'the second password'] as const;
    const answers = await Promise.all([
      setUp(one, ada, passwords[0]),
      setUp(two, ada, passwords[1]),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const winner = answers.findIndex(({ status }) => status === 204);
    const tries = await Promise.all(
      passwords.map((password) => signIn('ada@desk.example', password)),
    );
    expect(tries.map(({ status }) => status)).toEqual(winner === 0 ? [200, 401] : [401, 200]);
  });
});

describe('a join link', () => {
  test('lets a person choose a password, once, and signs them in', async () => {
    const { token } = await invited('ben@desk.example');
    const answer = await join(token);
    expect(answer.status).toBe(204);
    expect(await signedInBy(answer)).toMatchObject({ name: 'Ben', role: 'agent' });
    expect(await join(token, 'another password')).toMatchObject({ status: 404 });
    expect((await signIn('ben@desk.example', 'another password')).status).toBe(401);
    expect((await signIn('BEN@desk.example')).status).toBe(200);
  });

  test('used by five at once has one winner, whose password and session hold', async () => {
    const { token } = await invited('ben@desk.example');
    const passwords = [1, 2, 3, 4, 5].map((n) => `password number ${n}`);
    const answers = await Promise.all(passwords.map((password) => join(token, password)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404, 404]);
    const winner = answers.findIndex(({ status }) => status === 204);
    const [answer] = answers.filter(({ status }) => status === 204);
    expect(answer && (await signedInBy(answer))).toMatchObject({ name: 'Ben' });
    const tries = [];
    for (const password of passwords)
      tries.push((await signIn('ben@desk.example', password)).status);
    expect(tries).toEqual(passwords.map((_, n) => (n === winner ? 200 : 401)));
  });

  test('no longer works once a newer one was made for the same person', async () => {
    const { id, token } = await invited('ben@desk.example');
    const { body } = await desk.call<{ invitationUrl: string }>(
      'POST',
      `/people/${id}/invitations`,
    );
    expect((await join(token)).status).toBe(404);
    expect((await join(body.invitationUrl.split('/').at(-1) ?? '')).status).toBe(204);
  });

  test('lasts seven days', async () => {
    const { token } = await invited('ben@desk.example');
    now += 7 * DAY;
    expect((await join(token)).status).toBe(404);
  });

  test('of a deactivated person is useless', async () => {
    await desk.person('admin');
    const { id, token } = await invited('ben@desk.example');
    await desk.call('PATCH', `/people/${id}`, { active: false });
    expect((await join(token)).status).toBe(404);
  });

  test('is no set-up link, nor the other way round', async () => {
    const setUpToken = await setUpLink();
    expect((await join(setUpToken)).status).toBe(404);
    const { token } = await invited('ben@desk.example');
    expect((await setUp(token)).status).toBe(409);
  });
});
