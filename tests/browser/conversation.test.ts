import { expect, it } from 'vitest';
import { deskInBrowser } from './open-page';
import { expectLive, rowOf } from './queue-page';

const browser = deskInBrowser();

it('the header follows a change of a conversation that has left the window', async () => {
  const desk = browser.desk();
  const { id: segment } = await desk.call('POST', '/segments', {
    name: 'Platinum people',
    join: 'all',
    conditions: [{ attribute: 'loyalty_status', operator: 'eq', operand: 'platinum' }],
  });
  const conversation = await desk.message('header-1', 'Hello', 'Léa Fontaine');
  await desk.crm('header-1', { loyalty_status: 'platinum' });
  const agent = await browser.open(
    await desk.person('agent', 'Sam'),
    `/queue/${conversation}?segments=${segment}`,
  );
  await expectLive(agent);
  const segments = agent.getByRole('list', { name: /segments/i });
  await segments.getByText('Platinum people').waitFor();

  await desk.crm('header-1', { loyalty_status: 'gold' });
  await segments.getByText('Platinum people').waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await agent.getByRole('complementary').textContent()) ?? '')
    .toContain('gold');
  await desk.crm('header-1', { loyalty_status: 'platinum' });
  await segments.getByText('Platinum people').waitFor();
  await desk.call('PUT', `/prioritization/${String(segment)}`);
  await segments
    .getByText(/high priority/i)
    .first()
    .waitFor({ state: 'attached' });
});

it('a reply is on the screen of a colleague at once, and a note says that only the team sees it', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('reply-1', 'Can you help?', 'Ann');
  const sam = await browser.open(await desk.person('agent', 'Sam'), `/queue/${conversation}`);
  const kim = await browser.open(await desk.person('agent', 'Kim'), `/queue/${conversation}`);
  await Promise.all([expectLive(sam), expectLive(kim)]);
  await sam.getByRole('textbox', { name: /reply/i }).fill('Of <b>course</b>, one moment.');
  await sam.keyboard.press('Control+Enter');
  await kim.getByRole('log').getByText('Of <b>course</b>, one moment.').waitFor();
  await rowOf(kim, conversation).waitFor({ state: 'detached' });
});

it('VIP set by one agent ranks the conversation up for the other, and undo takes it back', async () => {
  const desk = browser.desk();
  await desk.call('PUT', '/prioritization/vip');
  const conversation = await desk.message('vip-1', 'Hello', 'Vera');
  const sam = await browser.open(await desk.person('agent', 'Sam'), `/queue/${conversation}`);
  const kim = await browser.open(await desk.person('agent', 'Kim'), '/queue');
  await Promise.all([expectLive(sam), expectLive(kim)]);
  await rowOf(kim, conversation).getByRole('button', { name: 'Priority 0, why' }).waitFor();
  await sam.getByRole('button', { name: 'VIP', exact: true, pressed: false }).click();
  await rowOf(kim, conversation).getByRole('button', { name: 'Priority 1, why' }).waitFor();
  await sam.getByRole('button', { name: 'Undo' }).click();
  await rowOf(kim, conversation).getByRole('button', { name: 'Priority 0, why' }).waitFor();
});

it('a resolved conversation comes back with its owner and its waiting time on undo', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('undo-1', 'Hello', 'Uma');
  const sam = await browser.open(await desk.person('agent', 'Sam'), `/queue/${conversation}`);
  await expectLive(sam);
  await sam.getByRole('button', { name: /^Take/ }).last().click();
  await expect
    .poll(async () => (await desk.call('GET', `/conversations/${conversation}`)).header)
    .toMatchObject({ owner: { name: 'Sam' } });
  const before = (await desk.call('GET', `/conversations/${conversation}`)).header;
  await sam.getByRole('button', { name: /^Resolve/ }).click();
  await rowOf(sam, conversation).waitFor({ state: 'detached' });
  await sam.getByRole('button', { name: 'Undo' }).click();
  await rowOf(sam, conversation).waitFor();
  const after = (await desk.call('GET', `/conversations/${conversation}`)).header;
  expect(after).toMatchObject({
    owner: { name: 'Sam' },
    waitingSince: Reflect.get(Object(before), 'waitingSince'),
  });
});

it('who writes a reply is warned when the customer has written or a colleague was quicker', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('late-1', 'Is it in stock?', 'Léa');
  const sam = await browser.open(await desk.person('agent', 'Sam'), `/queue/${conversation}`);
  const kim = await browser.open(await desk.person('agent', 'Kim'), `/queue/${conversation}`);
  await Promise.all([expectLive(sam), expectLive(kim)]);
  await sam.getByRole('textbox', { name: /reply/i }).fill('Let me look');
  await kim.getByRole('textbox', { name: /reply/i }).fill('Yes, it is.');
  await kim.keyboard.press('Control+Enter');
  const warning = sam.getByRole('note').filter({ hasText: 'since you began' });
  await warning.getByText('Kim has replied').waitFor();
  await desk.message('late-1', 'In blue, too?', 'Léa');
  await warning.getByText('Léa has written, Kim has replied').waitFor();
  await sam.getByRole('button', { name: 'I have seen it' }).click();
  await warning.waitFor({ state: 'detached' });
  expect(await sam.getByRole('textbox', { name: /reply/i }).inputValue()).toBe('Let me look');
});

it('a hand-over with a note is on the colleague’s screen, with who and why', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('hand-1', 'Goedemorgen', 'Bo');
  const kimself = await desk.person('agent', 'Kim Kind');
  const sam = await browser.open(await desk.person('supervisor', 'Sam'), `/queue/${conversation}`);
  const kim = await browser.open(kimself, `/queue/${conversation}`);
  await Promise.all([expectLive(sam), expectLive(kim)]);
  await sam.getByRole('button', { name: 'Assign' }).click();
  await sam.getByRole('menuitem', { name: 'With a note…' }).click();
  const dialog = sam.getByRole('dialog', { name: 'Hand over' });
  await dialog.getByRole('combobox', { name: 'To' }).click();
  await sam.getByRole('option', { name: 'Kim Kind' }).click();
  await dialog.getByRole('textbox', { name: 'Note' }).fill('He writes <b>Dutch</b>');
  await sam.keyboard.press('Enter');
  await kim.getByRole('log').getByText('Sam gave it to you').waitFor();
  await kim.getByRole('log').getByText('“He writes <b>Dutch</b>”').waitFor();
  await kim.getByRole('button', { name: 'Owner: you' }).waitFor();
});
