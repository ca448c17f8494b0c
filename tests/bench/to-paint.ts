import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { io } from 'socket.io-client';
import { buildIfStale } from '@/scripts/build-if-stale';
import { findBrowser } from '@/scripts/find-browser';
import { BuiltDesk } from '../built-desk';
import { type Benchmark, numberOption, type Report } from './benchmark';
import { fillDesk } from './fill-desk';
import { spreadOf } from './spread';

const MARKER = 'Benchmark segment';
const ROUNDS = 60;
const WARM_UP = 10;

type Round = { answered: number; told: number; changed: number; painted: number };

/**
 * From the HTTP call that changes a fact to the paint of another person's screen, on a desk of
 * 10,000 queued conversations and 200 segments, and where the time goes. Milliseconds.
 */
async function toPaint(options: ReadonlyMap<string, string>): Promise<Report> {
  const conversations = numberOption(options, 'conversations', 10_000);
  const segments = numberOption(options, 'segments', 200);
  const seed = numberOption(options, 'seed', 1);
  buildIfStale();
  const folder = await mkdtemp(join(tmpdir(), 'frontrow-bench-'));
  const database = join(folder, 'desk.db');
  await fillDesk(database, { conversations, segments, seed });
  const desk = await BuiltDesk.start({ database });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  try {
    const admin = await desk.admin();
    const { id } = await desk.call('POST', '/segments', {
      name: MARKER,
      join: 'all',
      conditions: [{ attribute: 'loyalty_status', operator: 'eq', operand: MARKER }],
    });
    await desk.call('PUT', '/prioritization', { segmentIds: [id] });
    const token = await desk.token('admin');
    const socket = io(desk.url, { transports: ['websocket'], auth: { token } });
    await socket.emitWithAck('queue:watch', { filter: {}, offset: 0, limit: 50 });
    const context = await browser.newContext({ viewport: { width: 1440, height: 860 } });
    const [name, value] = admin.cookie.split(/=(.*)/s);
    await context.addCookies([{ name: name ?? '', value: value ?? '', url: desk.url }]);
    const page = await context.newPage();
    await page.goto(`${desk.url}/queue`);
    await page.getByText('live', { exact: true }).first().waitFor();
    await watchTopRow(page);

    const rounds: Round[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const { entries } = await desk.call('GET', '/queue?offset=20&limit=1');
      const [entry] = Array.isArray(entries) ? entries : [];
      const told = new Promise<number>((resolve) => {
        socket.once('queue:changed', () => resolve(now()));
      });
      await page.evaluate((id) => window.frontrowAwait(id), String(entry.conversationId));
      const start = now();
      await desk.call(
        'PATCH',
        `/contacts/${entry.contact.externalId}/attributes`,
        { as: 'crm', values: { loyalty_status: MARKER } },
        { authorization: `Bearer ${token}` },
      );
      const answered = now();
      const { changed, painted } = await page.evaluate(() => window.frontrowSeen);
      const measured = { answered, told: await told, changed, painted };
      if (round >= WARM_UP) rounds.push(since(start, measured));
      await desk.call(
        'PATCH',
        `/contacts/${entry.contact.externalId}/attributes`,
        { as: 'crm', values: { loyalty_status: `none ${randomUUID()}` } },
        { authorization: `Bearer ${token}` },
      );
      // Else the next change could meet this one in one frame, and nothing would be seen to move.
      await page.waitForFunction(
        (id) =>
          document.querySelector('[aria-posinset="1"]')?.getAttribute('data-conversation') !== id,
        String(entry.conversationId),
      );
    }
    socket.close();
    return report(rounds, { conversations, segments });
  } finally {
    await browser.close();
    await desk.close();
    await rm(folder, { recursive: true, force: true });
  }
}

declare global {
  interface Window {
    /** From now on waits for the conversation to be the first row. */
    frontrowAwait: (conversationId: string) => void;
    /** When the page was changed so, and when that was painted. */
    frontrowSeen: Promise<{ changed: number; painted: number }>;
  }
}

async function watchTopRow(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.frontrowAwait = (conversationId) => {
      window.frontrowSeen = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          const row = document.querySelector('[aria-posinset="1"]');
          if (row?.getAttribute('data-conversation') !== conversationId) return;
          observer.disconnect();
          const changed = performance.timeOrigin + performance.now();
          // A message posted inside a frame runs after that frame was painted.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () =>
              resolve({ changed, painted: performance.timeOrigin + performance.now() });
            port2.postMessage(null);
          });
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      });
    };
  });
}

function now(): number {
  return performance.timeOrigin + performance.now();
}

function since(start: number, round: Round): Round {
  return {
    answered: round.answered - start,
    told: round.told - start,
    changed: round.changed - start,
    painted: round.painted - start,
  };
}

function report(
  rounds: readonly Round[],
  { conversations, segments }: { conversations: number; segments: number },
): Report {
  const steps = [
    ['durable, folded and answered to the caller', (round: Round) => round.answered],
    ['told to another socket', (round: Round) => round.told],
    ["on the other screen's page", (round: Round) => round.changed],
    ['painted', (round: Round) => round.painted],
  ] as const;
  return {
    title: `From the HTTP call to the paint: ${conversations.toLocaleString('en')} queued conversations, ${segments} segments, ${rounds.length} rounds; ms since the call`,
    columns: ['', 'median', 'p99', 'min', 'max'],
    rows: steps.map(([what, of]) => {
      const { median, p99, min, max } = spreadOf(rounds.map(of));
      return [what, ...[median, p99, min, max].map((ms) => ms.toFixed(1))];
    }),
  };
}

export const toPaintBenchmark: Benchmark = {
  name: 'paint',
  about: "From the HTTP call to the other screen's paint, and where the time goes",
  run: toPaint,
};
