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
  '/resolved',
  '/preferences',
  '/settings/general',
  '/settings/segments',
  '/settings/segments/new',
  '/settings/prioritization',
  '/settings/attributes',
  '/settings/people',
  '/settings/tokens',
  '/settings/channels',
  '/settings/crm',
  '/settings/canned-replies',
  '/settings/channels/axe_webhook',
  '/settings/channels/axe_messenger',
  '/messenger/axe_messenger',
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
      await withChannels();
      await desk.call('PATCH', `/conversations/${conversation}/attributes`, {
        values: { vip: true, email: 'axel@example.com' },
      });
      const { contactId } = await desk.call('PUT', '/contacts/axe-1', {});
      const page = await browser.open(admin, '/queue', options);
      for (const path of [...PAGES, `/queue/${conversation}`, `/contacts/${contactId}`]) {
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

/** A channel of each kind that has a page of its own, made once. */
let channels: Promise<unknown> | null = null;
function withChannels(): Promise<unknown> {
  channels ??= Promise.all(
    (['webhook', 'messenger'] as const).map((kind) =>
      browser.desk().call('POST', '/channels', { key: `axe_${kind}`, label: kind, kind }),
    ),
  );
  return channels;
}
