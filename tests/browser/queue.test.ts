import { beforeEach, describe, expect, it } from 'vitest';
import { deskInBrowser } from './open-page';
import { expectLive, expectRows, rowOf } from './queue-page';

const browser = deskInBrowser();

/** A new segment of platinum customers. */
async function platinumSegment(name: string): Promise<string> {
  const { id } = await browser.desk().call('POST', '/segments', {
    name,
    join: 'all',
    conditions: [{ attribute: 'loyalty_status', operator: 'eq', operand: 'platinum' }],
  });
  return String(id);
}

beforeEach(async () => {
  const desk = browser.desk();
  await desk.resolveAll();
  await desk.call('PUT', '/prioritization', { segmentIds: [] });
});

describe('the queue with two people', () => {
  it("an admin's toggle re-ranks the list that an agent has open", async () => {
    const desk = browser.desk();
    const first = await desk.message('toggle-1', 'I wrote first', 'Early Eve');
    const second = await desk.message('toggle-2', 'I wrote second', 'Late Lou');
    await desk.crm('toggle-2', { loyalty_status: 'Platinum' });
    await platinumSegment('Platinum first');
    const agent = await browser.open(await desk.person('agent', 'Sam'), '/queue');
    await expectLive(agent);
    await expectRows(agent, [first, second]);

    const admin = await browser.open(await desk.admin(), '/settings/prioritization');
    const toggle = admin.getByRole('switch', { name: /Platinum first/ });
    await toggle.click();
    await expectRows(agent, [second, first]);
    await toggle.click();
    await expectRows(agent, [first, second]);
  });

  it('a value from the CRM re-ranks the list, and the hover card says why', async () => {
    const desk = browser.desk();
    const segment = await platinumSegment('Platinum told');
    await desk.call('PUT', `/prioritization/${segment}`);
    const early = await desk.message('crm-1', 'Where is my order?', 'Early Eve');
    const late = await desk.message('crm-2', 'Where is my invoice?', 'Late Lou');
    const agent = await browser.open(await desk.person('agent', 'Sam'), '/queue');
    await expectLive(agent);
    await expectRows(agent, [early, late]);

    await desk.crm('crm-2', { loyalty_status: 'PLATINUM' });
    await expectRows(agent, [late, early]);
    await rowOf(agent, late)
      .getByRole('button', { name: /Priority 1/ })
      .hover();
    const card = agent.getByRole('dialog');
    await card.waitFor();
    const words = (await card.textContent()) ?? '';
    expect(words).toContain('Priority 1');
    expect(words).toContain('PLATINUM');
    expect(words).toContain('CRM');
    expect(words).toMatch(/Loyalty status/);
  });

  it('a filter keeps out what does not match, live', async () => {
    const desk = browser.desk();
    const segment = await platinumSegment('Platinum only');
    const plain = await desk.message('filter-1', 'Hello', 'Plain Pat');
    const platinum = await desk.message('filter-2', 'Hello', 'Platinum Pia');
    await desk.crm('filter-2', { loyalty_status: 'platinum' });
    const supervisor = await desk.person('supervisor', 'Sue');
    const filtered = await browser.open(supervisor, `/queue?segments=${segment}`);
    await expectLive(filtered);
    await expectRows(filtered, [platinum]);

    await desk.crm('filter-1', { loyalty_status: 'platinum' });
    await expectRows(filtered, [plain, platinum]);
    await desk.crm('filter-2', { loyalty_status: 'gold' });
    await expectRows(filtered, [plain]);
    await desk.message('filter-3', 'I match nothing', 'Nobody Ned');
    await desk.crm('filter-1', { loyalty_status: null });
    await filtered
      .getByText(/no conversation/i)
      .first()
      .waitFor();
  });

  it('two agents who take next get two conversations, and each sees whose the other is', async () => {
    const desk = browser.desk();
    const [one, two] = [
      await desk.message('take-1', 'First in line', 'First'),
      await desk.message('take-2', 'Second in line', 'Second'),
    ];
    const sam = await browser.open(await desk.person('agent', 'Sam Takes'), '/queue');
    const kim = await browser.open(await desk.person('agent', 'Kim Takes'), '/queue');
    await Promise.all([expectLive(sam), expectLive(kim)]);
    await Promise.all([
      sam.getByRole('button', { name: /Take next/ }).click(),
      kim.getByRole('button', { name: /Take next/ }).click(),
    ]);
    await Promise.all([sam.waitForURL(/\/queue\/.+/), kim.waitForURL(/\/queue\/.+/)]);
    const taken = [sam, kim].map((page) => new URL(page.url()).pathname.split('/').at(-1));
    const others = taken[0] ?? '';
    await rowOf(kim, others).getByText('owner Sam Takes').waitFor({ state: 'attached' });
    expect(taken.toSorted()).toEqual([one, two].toSorted());
  });

  it('of two agents who take the same conversation at once one has it, and the other is told who', async () => {
    const desk = browser.desk();
    const id = await desk.message('race-1', 'Who will it be?', 'Rae');
    const pages = await Promise.all(
      ['Sam Races', 'Kim Races'].map(async (name) =>
        browser.open(await desk.person('agent', name), `/queue/${id}`),
      ),
    );
    await Promise.all(pages.map(expectLive));
    // Each has pressed before either can know of the other.
    const pressed: (() => void)[] = [];
    for (const page of pages) {
      await page.route('**/claim', async (route) => {
        await new Promise<void>((letGo) => pressed.push(letGo));
        await route.continue();
      });
    }
    for (const page of pages) await page.getByRole('button', { name: 'Take', exact: true }).click();
    await expect.poll(() => pressed.length).toBe(2);
    for (const letGo of pressed) letGo();
    const winner = await Promise.race(
      pages.map(async (page, place) => {
        await page.getByRole('button', { name: 'Owner: you' }).waitFor();
        return place;
      }),
    );
    const loser = pages[1 - winner];
    const name = ['Sam Races', 'Kim Races'][winner];
    await loser?.getByText(`${name} has taken this conversation already.`).waitFor();
    await loser?.getByRole('button', { name: `Owner: ${name}` }).waitFor();
    // The refusal is an answer like any other, but the browser complains of it.
    browser.takeNoise();
  });
});
