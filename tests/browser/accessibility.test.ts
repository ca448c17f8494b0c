import { AxeBuilder } from '@axe-core/playwright';
import { expect, it } from 'vitest';
import { deskInBrowser, NARROW, WIDE } from './open-page';

const browser = deskInBrowser();

/** A page takes a second or three to look through. */
const TIMEOUT_MS = 180_000;

const PAGES = [
  '/queue',
  '/search?q=hello',
  '/contacts',
  '/contacts/import',
  '/resolved',
  '/preferences',
  '/settings/general',
  '/settings/segments',
  '/settings/segments/new',
  '/settings/prioritization',
  '/settings/attributes',
  '/settings/attributes/email',
  '/settings/people',
  '/settings/tokens',
  '/settings/channels',
  '/settings/crm',
  '/settings/canned-replies',
  '/settings/configuration',
  '/settings/channels/axe_webhook',
  '/settings/channels/axe_messenger',
  '/messenger/axe_messenger',
  '/settings/webhooks',
];

for (const [look, options] of [
  ['wide and light', { screen: WIDE, dark: false }],
  ['wide and dark', { screen: WIDE, dark: true }],
  ['narrow and light', { screen: NARROW, dark: false }],
] as const) {
  it(
    `axe finds nothing on any page, ${look}`,
    async () => {
      const desk = browser.desk();
      const admin = await desk.admin();
      const conversation = await desk.message('axe-1', 'Hello', 'Axel');
      await desk.call('PUT', '/prioritization/vip');
      const webhook = await made();
      await desk.call('PATCH', `/conversations/${conversation}/attributes`, {
        values: { vip: true, email: 'axel@example.com' },
      });
      const { contactId } = await desk.call('PUT', '/contacts/axe-1', {});
      const page = await browser.open(admin, '/queue', options);
      const more = [
        `/queue/${conversation}`,
        `/contacts/${contactId}`,
        `/settings/webhooks/${webhook}`,
      ];
      for (const path of [...PAGES, ...more]) {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        await page.getByRole('heading').first().waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        expect(found, path).toEqual([]);
      }
      const stranger = await browser.open(null, '/sign-in', options);
      const { violations } = await new AxeBuilder({ page: stranger }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    },
    TIMEOUT_MS,
  );
}

/** A channel of each kind that has a page of its own, and a webhook, whose id it gives; made once. */
let making: Promise<string> | null = null;
function made(): Promise<string> {
  making ??= make();
  return making;
}

async function make(): Promise<string> {
  const desk = browser.desk();
  for (const kind of ['webhook', 'messenger'])
    await desk.call('POST', '/channels', { key: `axe_${kind}`, label: kind, kind });
  const endpoint = { name: 'Audit', url: 'http://127.0.0.1:9/', events: ['segment.entered'] };
  return String((await desk.call('POST', '/webhooks', endpoint)).id);
}
