import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The rows of the list, in the order in which they stand. */
export async function rowsOf(page: Page): Promise<{ id: string; text: string }[]> {
  const rows = await page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('listitem')
    .evaluateAll((elements) =>
      elements.map((element) => ({
        place: Number(element.getAttribute('aria-posinset')),
        id: element.getAttribute('data-conversation') ?? '',
        text: element.textContent ?? '',
      })),
    );
  return rows.sort((a, b) => a.place - b.place).map(({ id, text }) => ({ id, text }));
}

/** Waits until the list shows exactly these conversations in this order. */
export async function expectRows(page: Page, ids: readonly string[]): Promise<void> {
  await expect
    .poll(async () => (await rowsOf(page)).map(({ id }) => id), { timeout: 15_000 })
    .toEqual(ids);
}

export function rowOf(page: Page, conversationId: string): Locator {
  return page.locator(`[data-conversation="${conversationId}"]`);
}

/** Waits until the page is connected: from then on nothing is missed. */
export async function expectLive(page: Page): Promise<void> {
  await page.getByText('live', { exact: true }).first().waitFor();
}
