import { expect, it } from 'vitest';
import { deskInBrowser, NARROW } from './open-page';

const browser = deskInBrowser();

it('an agent finds a contact by segment and by what is known, opens it, and comes back to what she looked for', async () => {
  const desk = browser.desk();
  const sam = await desk.person('agent', 'Sam');
  await desk.call('PUT', '/contacts/find-1', {
    values: { name: 'Léa Fontaine', country: 'Belgium', vip: true },
  });
  await desk.call('PUT', '/contacts/find-2', { values: { name: 'Otto', country: 'Belgium' } });
  await desk.call('PUT', '/contacts/find-3', { values: { name: 'Max', country: 'France' } });
  const page = await browser.open(sam, '/queue');
  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  const list = page.getByRole('list', { name: 'Contacts' });
  await list.getByText('Max').waitFor();

  await page.getByRole('button', { name: 'Condition', exact: true }).click();
  await page.getByRole('combobox', { name: /^Attribute of condition 1/ }).click();
  await page.getByRole('option', { name: 'Country' }).click();
  await page.getByRole('textbox', { name: 'What Country is compared with' }).fill('belgium');
  await expect.poll(() => list.getByRole('listitem').count()).toBe(2);
  await page.getByRole('button', { name: 'Condition', exact: true }).click();
  await page.getByRole('combobox', { name: /^Attribute of condition 2/ }).click();
  await page.getByRole('option', { name: 'Twitter followers' }).click();
  const followers = page.getByRole('textbox', { name: 'What Twitter followers is compared with' });
  await followers.fill('many');
  await followers.blur();
  await page.getByRole('alert').getByText('compared with a number in plain digits').waitFor();
  expect(await list.getByRole('listitem').count()).toBe(2);
  await page.getByRole('button', { name: 'Remove condition 2' }).click();
  await page.getByRole('combobox', { name: /^Segment/ }).click();
  await page.getByRole('option', { name: 'VIP' }).click();
  await expect.poll(() => list.getByRole('listitem').count()).toBe(1);
  await page.getByText('1 found').waitFor();

  await list.getByRole('link', { name: /Léa Fontaine/ }).click();
  await page.getByRole('heading', { name: 'Léa Fontaine' }).waitFor();
  await page.goBack();
  await expect.poll(() => list.getByRole('listitem').count()).toBe(1);
  const field = page.getByRole('searchbox', { name: 'Search contacts' });
  await field.fill('otto');
  await page.getByText('No contact is like this').waitFor();
  await page.getByRole('button', { name: 'Show all contacts' }).click();
  await expect.poll(() => list.getByRole('listitem').count()).toBe(3);
});

it('two agents at one contact see each other’s changes at once, with who, when, before and after; an agent at another does not', async () => {
  const desk = browser.desk();
  const [ada, bea, cleo] = await Promise.all([
    desk.person('agent', 'Ada Agent'),
    desk.person('agent', 'Bea'),
    desk.person('agent', 'Cleo'),
  ]);
  const made = async (externalId: string, name: string) =>
    String((await desk.call('PUT', `/contacts/${externalId}`, { values: { name } })).contactId);
  const [nora, olaf] = [await made('both-1', 'Nora'), await made('both-2', 'Olaf')];
  const [adas, beas, cleos] = await Promise.all([
    browser.open(ada, `/contacts/${nora}`),
    browser.open(bea, `/contacts/${nora}`, { screen: NARROW }),
    browser.open(cleo, `/contacts/${olaf}`),
  ]);
  for (const page of [adas, beas]) await page.getByRole('heading', { name: 'Nora' }).waitFor();
  await cleos.getByRole('heading', { name: 'Olaf' }).waitFor();

  await adas.getByRole('button', { name: 'Country: not known. Edit' }).click();
  await adas.getByRole('textbox', { name: 'Country' }).fill('Norway');
  await adas.keyboard.press('Enter');
  await beas.getByRole('button', { name: 'Country: Norway. Edit' }).waitFor();
  const line = beas.getByRole('listitem').filter({ hasText: 'Ada Agent set by hand' });
  await line.getByText('Norway').waitFor();

  await adas.keyboard.press('z');
  await beas.getByRole('button', { name: 'Country: not known. Edit' }).waitFor();
  await beas.getByRole('button', { name: 'History of Country' }).click();
  const dialog = beas.getByRole('dialog', { name: 'Country' });
  await dialog.getByText('Ada Agent took back').waitFor();
  expect(await dialog.locator('s').allTextContents()).toEqual(['Norway']);
  expect(await cleos.getByText('Norway').count()).toBe(0);
});

it('what is said to a contact is in its timeline at once, and leads to the conversation', async () => {
  const desk = browser.desk();
  const kim = await desk.person('agent', 'Kim');
  await desk.message('line-1', 'Where is my <b>umbrella</b>?', 'Una');
  const page = await browser.open(kim, '/contacts');
  await page.getByRole('searchbox').fill('una');
  await page.getByRole('link', { name: /Una/ }).click();
  await page.getByRole('heading', { name: 'Timeline' }).waitFor();
  await page.getByText('The customer wrote').waitFor();
  await desk.message('line-1', 'It rains');
  const said = page.getByRole('link', { name: 'It rains', exact: true });
  await said.waitFor();
  const first = page.getByRole('link', { name: 'Where is my <b>umbrella</b>?', exact: true });
  expect(await first.count()).toBe(1);
  await said.click();
  await page.waitForURL('**/queue/*');
});

it('an address that names nobody says so', async () => {
  const page = await browser.open(await browser.desk().person('agent', 'Nils'), '/contacts/nobody');
  await page.getByRole('heading', { name: 'There is no such contact' }).waitFor();
});

it('an admin forgets a contact by name: it leaves the queue and the open pane of an agent at once', async () => {
  const desk = browser.desk();
  const kim = await desk.person('agent', 'Kim Two');
  const conversation = await desk.message('gone-1', 'Please delete all of me', 'Gundula Gone');
  await desk.message('stays-1', 'I stay', 'Steffi Stays');
  const agent = await browser.open(kim, `/queue/${conversation}`);
  await agent.getByRole('heading', { name: 'Gundula Gone' }).first().waitFor();
  await agent.getByRole('textbox', { name: /reply/i }).first().fill('Dear Gundula, of course');

  const admin = await browser.open(await desk.admin(), '/contacts');
  await admin.getByRole('searchbox').fill('gundula');
  await admin.getByRole('link', { name: /Gundula Gone/ }).click();
  await admin.getByRole('button', { name: 'Forget…' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Forget Gundula Gone?' });
  await dialog.getByText('1 conversation with 1 message or note').waitFor();
  const forget = dialog.getByRole('button', { name: 'Forget for good' });
  expect(await forget.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('Gundula');
  expect(await forget.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('Gundula Gone');
  await forget.click();
  await admin.getByText('Gundula Gone is forgotten').waitFor();

  await agent.getByRole('heading', { name: 'This contact was forgotten' }).waitFor();
  const queue = agent.getByRole('listbox', { name: 'Queue' }).or(agent.getByRole('list'));
  await queue.getByText('Steffi Stays').first().waitFor();
  await expect.poll(() => agent.getByText('Gundula Gone').count()).toBe(0);
  await admin.getByRole('searchbox').fill('gundula');
  await admin.getByText('No contact is like this').waitFor();
});

it('a supervisor sees who can forget a contact, and an agent is shown nothing of it', async () => {
  const desk = browser.desk();
  const { contactId } = await desk.call('PUT', '/contacts/keep-1', { values: { name: 'Kurt' } });
  const supervisor = await browser.open(
    await desk.person('supervisor', 'Sue'),
    `/contacts/${contactId}`,
  );
  await supervisor.getByText('Only an admin can forget a contact.').waitFor();
  const agent = await browser.open(await desk.person('agent', 'Al'), `/contacts/${contactId}`);
  await agent.getByRole('heading', { name: 'Kurt' }).waitFor();
  expect(await agent.getByText(/forget/i).count()).toBe(0);
});
