import { expect, it } from 'vitest';
import { deskInBrowser } from './open-page';

const browser = deskInBrowser();

it('the icon that browsers ask for by themselves is there', async () => {
  const answer = await fetch(`${browser.desk().url}/favicon.ico`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
});

it('sign-in says what is missing where it is missing, and takes it back as it is mended', async () => {
  await browser.desk().admin();
  const page = await browser.open(null, '/sign-in');
  const email = page.getByLabel('E-mail');
  const password = page.getByLabel('Password', { exact: true });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name'));

  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Enter your e-mail address, like sam@example.com.').waitFor();
  await page.getByText('Enter your password.').waitFor();
  expect(await email.getAttribute('aria-invalid')).toBe('true');
  await expect.poll(focused).toBe('email');

  await email.fill('ada@example.com');
  await page.getByText(/Enter your e-mail/).waitFor({ state: 'detached' });
  await password.fill('not her password');
  await password.press('Enter');
  await page.getByText('This e-mail and password do not belong together. Try again.').waitFor();
  await expect.poll(focused).toBe('password');
  // It is chosen, to be written over.
  await page.keyboard.type('a password for tests');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/queue/);
  expect(browser.takeNoise().filter((line) => !line.includes('401'))).toEqual([]);
});
