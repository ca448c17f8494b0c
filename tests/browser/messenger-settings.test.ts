import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { deskInBrowser } from './open-page';
import { startSite } from './site';

const browser = deskInBrowser();

it('an admin makes a messenger, says where and how it stands, and a site shows it with who is signed in there', async () => {
  const desk = browser.desk();
  const page = await browser.open(await desk.admin(), '/settings/channels');
  await page.getByRole('button', { name: 'New channel' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Label' }).fill('Bike shop');
  await dialog.getByRole('button', { name: 'Add channel' }).click();
  await page.waitForURL(/\/settings\/channels\/bike_shop$/);
  await page.getByText('No site may show it yet').waitFor();

  const sites = page.getByRole('textbox', { name: 'Addresses of your sites, one a line' });
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await sites.fill('shop.example/path');
  await save.click();
  await page.getByText('Give the address of a site without a path').waitFor();
  await expect.poll(() => browser.takeNoise().join()).toContain('400');
  const site = await startSite(desk.url, 'bike_shop');
  await sites.fill(`https://shop.example\n\n${site.url}/`);
  await page.getByRole('textbox', { name: 'Greeting' }).fill('Ask us <anything>');
  await page.getByRole('radio', { name: 'Left' }).click();
  await page.getByRole('combobox', { name: 'Ask for an attribute' }).click();
  await page.getByRole('option', { name: /^Phone/ }).click();
  await save.click();
  await page.getByText('The messenger is saved').waitFor();
  await page.getByText('No site may show it yet').waitFor({ state: 'detached' });
  await expect.poll(() => sites.inputValue()).toBe(`https://shop.example\n${site.url}`);

  await page.getByRole('button', { name: 'New secret' }).click();
  await dialog.getByRole('button', { name: 'Create secret' }).click();
  const secret = await dialog.getByRole('textbox', { name: 'Secret', exact: true }).inputValue();
  await dialog.getByRole('button', { name: 'I have copied it' }).click();

  const token = await new SignJWT({ name: 'Ada', jti: 'first' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('customer-7')
    .setAudience(`${desk.url}/messenger/bike_shop`)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(secret));
  const calls = [['identify', token], ['values', { twitter_followers: 5 }], ['open']];
  const query = new URLSearchParams({ calls: JSON.stringify(calls) });
  const visitor = await browser.open(null, `${site.url}/?${query}`);
  const messenger = visitor.frameLocator('iframe[title="Messenger"]');
  await messenger.getByText('Ask us <anything>').waitFor();
  await messenger.getByRole('textbox', { name: 'Phone' }).fill('+32 2 555 12 12');
  await messenger.getByRole('textbox', { name: 'Your message' }).fill('It is me');
  await messenger.getByRole('button', { name: 'Send' }).click();
  await messenger.getByRole('log').getByText('It is me').waitFor();
  const { entries } = await desk.call('GET', '/queue?channel=bike_shop');
  expect(entries).toMatchObject([
    { contact: { externalId: 'user-customer-7', name: 'Ada' }, preview: 'It is me' },
  ]);
  // A token is good for one use: on the next page the visit itself is gone on with.
  await visitor.reload();
  await messenger.getByRole('log').getByText('It is me').waitFor();
  expect(browser.takeNoise().join()).toContain('used already');
  await site.close();
});

it('a supervisor sees a messenger and changes nothing of it', async () => {
  const desk = browser.desk();
  await desk.call('POST', '/channels', { key: 'seen', label: 'Seen', kind: 'messenger' });
  const page = await browser.open(
    await desk.person('supervisor', 'Sue'),
    '/settings/channels/seen',
  );
  await page.getByText('Only admins change them').waitFor();
  expect(await page.getByRole('textbox', { name: 'Title' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);
});
