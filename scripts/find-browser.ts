import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chromium for tests and benchmarks: FRONTROW_BROWSER, else an installed one, else
 * Playwright's download, else Debian's package if we are root. Throws, saying what to do, when
 * none of these is to be had.
 */
export function findBrowser(): string {
  const named = process.env.FRONTROW_BROWSER;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`FRONTROW_BROWSER names ${named}, and there is no such file.`);
  }
  return firstThere() ?? downloaded() ?? fromDebian() ?? giveUp();
}

function firstThere(): string | undefined {
  return [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path));
}

function downloaded(): string | undefined {
  const command = createRequire(import.meta.url).resolve('playwright-core');
  return attempt(process.execPath, [join(dirname(command), 'cli.js'), 'install', 'chromium']);
}

function fromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  attempt('apt-get', ['update', '-qq']);
  return attempt('apt-get', ['install', '-y', '-qq', 'chromium']);
}

/** Runs what may bring a browser, and looks whether it did. */
function attempt(command: string, args: string[]): string | undefined {
  console.log(`Looking for a browser: ${[command, ...args].join(' ')}`);
  try {
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 });
  } catch {
    return undefined;
  }
  return firstThere();
}

function giveUp(): never {
  throw new Error(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium), or name one in FRONTROW_BROWSER.',
  );
}
