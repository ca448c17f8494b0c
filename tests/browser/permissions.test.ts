import { expect, it } from 'vitest';
import { deskInBrowser } from './open-page';

const browser = deskInBrowser();

it('an agent can neither open Settings nor call its API', async () => {
  const desk = browser.desk();
  const agent = await desk.person('agent', 'Sam');
  const page = await browser.open(agent, '/queue');
  expect(await page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
  for (const place of [
    'segments',
    'prioritization',
    'attributes',
    'people',
    'tokens',
    'general',
    'canned-replies',
  ]) {
    await page.goto(`/settings/${place}`);
    await page.getByText(/for supervisors and admins/i).waitFor();
  }
  for (const path of [
    '/segments',
    '/prioritization',
    '/attributes',
    '/people',
    '/tokens',
    '/journal',
  ]) {
    const answer = await page.request.get(`/api/v1${path}`);
    expect(answer.status(), path).toBe(403);
  }
  const toggle = await page.request.put('/api/v1/prioritization/vip');
  expect(toggle.status()).toBe(403);
});

it('who is not signed in is sent to the sign-in page, and from there to where they wanted to go', async () => {
  const page = await browser.open(null, '/settings/prioritization');
  await page.waitForURL(/\/sign-in/);
  await page.getByLabel(/E-?mail/i).fill('ada@example.com');
  await browser.desk().admin();
  await page.getByLabel('Password', { exact: true }).fill('a password for tests');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/settings\/prioritization$/);
});

it('a wrong password says so in plain words and keeps the address', async () => {
  await browser.desk().admin();
  const page = await browser.open(null, '/sign-in');
  await page.getByLabel(/E-?mail/i).fill('ada@example.com');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .filter({ hasText: /password/i })
    .first()
    .waitFor();
  expect(await page.getByLabel(/E-?mail/i).inputValue()).toBe('ada@example.com');
  expect(browser.takeNoise().every((line) => line.includes('401'))).toBe(true);
});
