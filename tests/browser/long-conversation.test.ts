import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { openSqliteStore } from '@/db/sqlite/sqlite-store';
import { SYSTEM } from '@/lib/desk/context';
import type { EntryDraft } from '@/lib/desk/entry';
import { newId } from '@/lib/desk/ids';
import { deskInBrowser } from './open-page';
import { expectLive } from './queue-page';

const browser = deskInBrowser();

const MESSAGES = 10_000;
const A_COMMIT = 500;
const LONG = 'A long story, word after word. '.repeat(170).slice(0, 5_000);

it('a conversation of 10,000 messages opens at its end, and stays where one reads while earlier ones come', async () => {
  const desk = browser.desk();
  const conversation = await desk.message('long-1', 'Hello', 'Lea Long');
  await desk.kill();
  await writeMessages(join(desk.folder, 'desk.db'), conversation);
  await desk.launch();
  const agent = await browser.open(await desk.person('agent', 'Sam'), `/queue/${conversation}`);
  await expectLive(agent);
  const log = agent.getByRole('log');
  await log.getByText(`Message ${MESSAGES}.`).waitFor();
  const shown = () =>
    log
      .getByRole('listitem')
      .filter({ hasText: /^.*Message \d+\./ })
      .count();
  expect(await shown()).toBeLessThanOrEqual(150);

  // Up to the edge: what comes above it moves nothing that one reads.
  const held: (() => void)[] = [];
  await agent.route('**/messages?*', async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  for (let page = 1; page <= 3; page += 1) {
    const before = await shown();
    await log.evaluate((element) => {
      element.scrollTop = element.clientHeight - element.scrollHeight + 400;
    });
    await expect.poll(() => held.length).toBe(page);
    const read = await readLine(log);
    held.at(-1)?.();
    await expect.poll(shown).toBeGreaterThan(before);
    expect(Math.abs((await topOf(log, read.text)) - read.top)).toBeLessThan(2);
  }
  await agent.unroute('**/messages?*');

  // What is new is said where one reads, and moves nothing; a press leads to it.
  await desk.message('long-1', 'One more', 'Lea Long');
  await agent.getByRole('button', { name: 'New message' }).click();
  await expect.poll(() => log.getByText('One more').isVisible()).toBe(true);
  await expect.poll(() => log.evaluate((element) => Math.abs(element.scrollTop))).toBeLessThan(30);
});

/** The first whole message that is in sight, and where, once nothing moves any more. */
function readLine(log: Locator): Promise<{ text: string; top: number }> {
  return log.evaluate(async (element) => {
    const topEdge = element.getBoundingClientRect().top;
    const look = () => {
      const lines = [...element.querySelectorAll('li')];
      const line = lines.find(
        (one) => one.textContent?.includes('Message ') && one.getBoundingClientRect().top > topEdge,
      );
      return { text: line?.textContent ?? '', top: line?.getBoundingClientRect().top ?? 0 };
    };
    for (let before = look(); ; ) {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const now = look();
      if (now.text === before.text && now.top === before.top) return now;
      before = now;
    }
  });
}

function topOf(log: Locator, text: string): Promise<number> {
  return log.evaluate(
    (element, wanted) =>
      [...element.querySelectorAll('li')]
        .find((line) => line.textContent === wanted)
        ?.getBoundingClientRect().top ?? Number.NaN,
    text,
  );
}

async function writeMessages(path: string, conversationId: string): Promise<void> {
  const store = await openSqliteStore({ path });
  const conversation = await store.conversation(conversationId);
  if (!conversation) throw new Error('No conversation');
  const {
    contactId,
    channel,
    status,
    ownerId,
    waitingSince,
    lastActivityAt,
    returnsAt,
    skippedBy,
  } = conversation;
  const after = { status, ownerId, waitingSince, lastActivityAt, returnsAt, skippedBy };
  for (let from = 2; from <= MESSAGES; from += A_COMMIT) {
    const numbers = Array.from(
      { length: Math.min(A_COMMIT, MESSAGES - from + 1) },
      (_, i) => from + i,
    );
    const entries = numbers.map((number): EntryDraft => {
      const messageId = newId(lastActivityAt);
      const text = `Message ${number}. ${number % 10 === 0 ? LONG : ''}`;
      const body = { conversationId, contactId, channel, before: after, after, messageId };
      return {
        kind: 'conversation.messageReceived',
        body: { ...body, externalMessageId: messageId, sentAt: null },
        personal: { text, refused: [] },
      };
    });
    await store.commit({ actor: SYSTEM, cause: 'writeMessages', expect: [], entries });
  }
  await store.close();
}
