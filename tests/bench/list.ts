import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '@/scripts/find-browser';
import { type Benchmark, numberOption, type Report, sizesOption } from './benchmark';
import type { ListOptions, ListRun } from './list-page';
import { spreadOf } from './spread';

const WAYS = [
  { key: 'store' as const, name: 'our store: a pure fold, told once a frame' },
  { key: 'state' as const, name: 'setState with a copied array' },
  { key: 'still' as const, name: 'neither: heard, and nothing changed' },
];
const WARM_UP_SECONDS = 0.5;
const HTML =
  '<!doctype html><meta charset="utf-8"><div id="list"></div><script type="module" src="/list.js"></script>';

/** Milliseconds of the main thread a second, and what ran within them. */
type Spent = ListRun & { busy: number; script: number; layout: number };

/** Changes into a list in a browser: what the main thread pays, and whether frames come in time. */
async function list(options: ReadonlyMap<string, string>): Promise<Report> {
  const sizes = sizesOption(options, 'sizes', [1_000, 10_000]);
  const perSecond = numberOption(options, 'changes', 1_000);
  const seconds = numberOption(options, 'seconds', 2);
  const seed = numberOption(options, 'seed', 1);
  const rounds = numberOption(options, 'rounds', 3);
  const server = await serve(await bundle());
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  try {
    const rows: string[][] = [];
    for (const size of sizes) {
      const spent = WAYS.map((): Spent[] => []);
      for (let round = 0; round < rounds; round += 1) {
        const shown = new Set<string>();
        const order = [...WAYS.keys()];
        for (const place of round % 2 === 0 ? order : order.reverse()) {
          const way = WAYS[place]?.key ?? 'store';
          const one = await measure(browser, server, seconds, { way, rows: size, seed, perSecond });
          spent[place]?.push(one.spent);
          if (way !== 'still') shown.add(one.shown.join('\n'));
        }
        if (shown.size !== 1) throw new Error('The lists do not show the same.');
      }
      rows.push(...rowsOf(size, spent));
    }
    return {
      title: `Browser: ${perSecond.toLocaleString('en')} changes/s into a list for ${seconds} s, ${rounds} rounds, headless Chromium ${browser.version()}`,
      columns: [
        'rows',
        '',
        'main thread ms/s',
        'fewest–most',
        'our time',
        'script ms/s',
        'style, layout ms/s',
        'frame p50 ms',
        'frame p99 ms',
        'longest task',
      ],
      rows,
      notes: [
        'Both hear the same changes to the first hundred rows, one a task as a socket’s messages come, draw the same rows with the same virtual list, and show the same at the end. Our store holds the two pages in view of the queue, the other the whole queue; a change of a row elsewhere would reach only the other.',
        'What is neither script nor style and layout is the browser’s own: painting, and handing over a thousand tasks a second, which the third row pays too.',
        'Not reached: half of its main-thread time. The script of ours is two thirds of the other’s or less, but most of both is the browser’s own, as the third row shows, and drawing the same rows.',
        'A frame is the time from one animation frame to the next, 16.7 ms at 60 Hz. A task is told of by the browser when it is longer than 50 ms.',
      ],
    };
  } finally {
    await browser.close();
    server.close();
  }
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['tests/bench/list-page.tsx'],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}

async function serve(script: string): Promise<Server> {
  const server = createServer((request, answer) => {
    const isScript = request.url === '/list.js';
    answer.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    answer.end(isScript ? script : HTML);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function measure(
  browser: Browser,
  server: Server,
  seconds: number,
  options: ListOptions,
): Promise<{ spent: Spent; shown: string[] }> {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
  try {
    const faults: Error[] = [];
    page.on('pageerror', (error) => faults.push(error));
    await page.goto(`http://127.0.0.1:${address.port}/`);
    await page.waitForFunction(() => 'frontrowList' in window);
    await page.evaluate((asked) => window.frontrowList.start(asked), options);
    await page.evaluate((warmUp) => window.frontrowList.run(warmUp), WARM_UP_SECONDS);
    const metrics = await metricsOf(page);
    const before = await metrics();
    const run = await page.evaluate((asked) => window.frontrowList.run(asked), seconds);
    const after = await metrics();
    const shown = await page.evaluate(() => window.frontrowList.shown());
    if (faults[0]) throw faults[0];
    const passed = after.Timestamp - before.Timestamp;
    const rate = (of: keyof typeof after) => ((after[of] - before[of]) / passed) * 1_000;
    const busy = rate('TaskDuration');
    const script = rate('ScriptDuration');
    const layout = rate('RecalcStyleDuration') + rate('LayoutDuration');
    return { spent: { ...run, busy, script, layout }, shown };
  } finally {
    await page.close();
  }
}

/** Asks the browser what its main thread has spent so far, in seconds. */
async function metricsOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const metricOf = (name: string) =>
      metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return {
      Timestamp: metricOf('Timestamp'),
      TaskDuration: metricOf('TaskDuration'),
      ScriptDuration: metricOf('ScriptDuration'),
      RecalcStyleDuration: metricOf('RecalcStyleDuration'),
      LayoutDuration: metricOf('LayoutDuration'),
    };
  };
}

function rowsOf(size: number, spent: readonly (readonly Spent[])[]): string[][] {
  const busy = spent.map((of) => spreadOf(of.map((one) => one.busy)));
  return WAYS.map(({ name }, place) => {
    const of = spent[place] ?? [];
    const { median, min, max } = busy[place] ?? spreadOf([]);
    const ratio = (busy[0]?.median ?? Number.NaN) / median;
    const frames = spreadOf(of.flatMap((one) => one.frames));
    const longest = Math.max(0, ...of.flatMap((one) => one.longTasks));
    return [
      size.toLocaleString('en'),
      name,
      median.toFixed(0),
      `${min.toFixed(0)}–${max.toFixed(0)}`,
      place === 0 ? '' : `${ratio.toFixed(2)} × this`,
      spreadOf(of.map((one) => one.script)).median.toFixed(0),
      spreadOf(of.map((one) => one.layout)).median.toFixed(0),
      frames.median.toFixed(1),
      frames.p99.toFixed(1),
      longest === 0 ? 'under 50 ms' : `${longest.toFixed(0)} ms`,
    ];
  });
}

export const listBenchmark: Benchmark = {
  name: 'list',
  about: 'Changes/s into a list in a browser: our store beside setState with a copied array',
  run: list,
};
