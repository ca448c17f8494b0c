import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { HOSTILE_FILES, PNG } from '../api/hostile-files';
import { deskInBrowser, NARROW } from './open-page';
import { expectLive } from './queue-page';

const browser = deskInBrowser();

const file = (name: string, mimeType = 'image/png', content: Uint8Array = PNG) => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});
const choose = (page: Page, ...files: ReturnType<typeof file>[]) =>
  page.locator('input[type=file]').setInputFiles(files);
const waiting = (page: Page) => page.getByRole('list', { name: 'Files to send' });

it('a picture and a table are sent with a reply, and a colleague sees them at once', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('files-1', 'Can you send it?', 'Ann');
  const path = `/queue/${conversation}`;
  const kim = await browser.open(await desk.person('agent', 'Kim'), path);
  const sam = await browser.open(await desk.person('agent', 'Sam'), path, { screen: NARROW });
  await expectLive(kim);
  await choose(kim, file('cat.png'), file('sums.csv', 'text/csv', Buffer.from('a,b\n1,2\n')));
  await waiting(kim).getByText('8 bytes').waitFor();
  await choose(kim, file('wrong.png'));
  await waiting(kim).getByRole('button', { name: 'Remove wrong.png' }).click();
  await kim.getByRole('button', { name: 'Send & pend', exact: true }).click();
  for (const page of [kim, sam]) {
    const files = page.getByRole('log').getByRole('list', { name: 'Attachments' });
    const picture = files.getByRole('img', { name: 'cat.png' });
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((img) => img instanceof HTMLImageElement && img.naturalWidth))
      .toBe(1);
    await files.getByRole('link', { name: /sums\.csv/ }).waitFor();
    expect(await files.getByText('wrong.png').count()).toBe(0);
  }
  await waiting(kim).waitFor({ state: 'detached' });
  const download = sam.waitForEvent('download');
  await sam.getByRole('link', { name: /sums\.csv/ }).click();
  expect((await download).suggestedFilename()).toBe('sums.csv');
});

it('files are pasted and dropped, too, and what cannot be attached says why', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('files-2', 'Hello', 'Bob');
  const kim = await browser.open(await desk.person('agent', 'Kim'), `/queue/${conversation}`);
  await expectLive(kim);
  for (const [kind, name] of [
    ['paste', 'pasted.png'],
    ['drop', 'dropped.png'],
  ] as const) {
    await kim.getByRole('textbox', { name: 'Reply', exact: true }).evaluate(
      (area, { kind, name, bytes }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/png' }));
        const how = { bubbles: true, cancelable: true };
        area.dispatchEvent(
          kind === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: transfer, ...how })
            : new DragEvent('drop', { dataTransfer: transfer, ...how }),
        );
      },
      { kind, name, bytes: [...PNG] },
    );
    await waiting(kim).getByText(name).waitFor();
  }
  await choose(kim, file('page.png', 'image/png', Buffer.from('<html>Hello')));
  await waiting(kim).getByText('This file cannot be attached').waitFor();
  const send = kim.getByRole('button', { name: 'Send & pend', exact: true });
  expect(await send.isDisabled()).toBe(true);
  await waiting(kim).getByRole('button', { name: 'Remove page.png' }).click();
  await expect.poll(() => send.isDisabled()).toBe(false);
  expect(browser.takeNoise().every((line) => /400/.test(line))).toBe(true);
});

it('a file that did not get there says so, and gets there on another try', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('files-3', 'Hello', 'Cleo');
  const kim = await browser.open(await desk.person('agent', 'Kim'), `/queue/${conversation}`);
  await expectLive(kim);
  await kim.route('**/api/v1/attachments?*', (route) => route.abort());
  await choose(kim, file('cat.png'));
  await waiting(kim).getByText('Frontrow could not be reached').waitFor();
  await kim.unroute('**/api/v1/attachments?*');
  await waiting(kim).getByRole('button', { name: 'Try cat.png again' }).click();
  await waiting(kim).getByText(`${PNG.byteLength} bytes`, { exact: true }).waitFor();
  browser.takeNoise();
});

it('no hostile file runs, wherever it is opened', async () => {
  const desk = browser.desk();
  const kim = await desk.person('agent', 'Kim');
  const page = await browser.open(kim, '/queue');
  await expectLive(page);
  const alerts: string[] = [];
  page.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  for (const [what, name, content, type] of HOSTILE_FILES) {
    if (type === null) continue;
    const answer = await page.request.post(
      `${desk.url}/api/v1/attachments?${new URLSearchParams({ name })}`,
      {
        data: Buffer.from(content),
        headers: { 'content-type': 'application/octet-stream', origin: desk.url },
      },
    );
    const { id } = await answer.json();
    const opened = page.goto(join('/api/v1/attachments', id)).catch(() => 'a download');
    await opened;
    expect([what, await page.title()]).not.toEqual([what, 'hacked']);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  }
  expect(alerts).toEqual([]);
  browser.takeNoise();
});
