import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildIfStale } from '@/scripts/build-if-stale';
import { BuiltDesk } from '../built-desk';
import { type Benchmark, numberOption, type Report } from './benchmark';
import { fillDesk } from './fill-desk';

const OPEN_PAGES = ['/sign-in'];
const SCRIPT = /<script\b[^>]*\bsrc="(\/_next\/[^"?]+\.js)[^>]*>/g;
const STYLE = /<link\b[^>]*\bhref="(\/_next\/[^"?]+\.css)[^>]*>/g;
/** For browsers that know no modules: none that the desk runs in fetches it. */
const OLD_BROWSERS_ONLY = /\bnomodule\b/i;

/**
 * What a browser fetches before a page is alive: the document as the built server renders it, and
 * the scripts and styles that it names. Kilobytes, as gzip sends them.
 */
async function weight(options: ReadonlyMap<string, string>): Promise<Report> {
  const conversations = numberOption(options, 'conversations', 1_000);
  const segments = numberOption(options, 'segments', 50);
  const seed = numberOption(options, 'seed', 1);
  buildIfStale();
  const folder = await mkdtemp(join(tmpdir(), 'frontrow-bench-'));
  const database = join(folder, 'desk.db');
  await fillDesk(database, { conversations, segments, seed });
  const desk = await BuiltDesk.start({ database });
  try {
    const { cookie } = await desk.admin();
    const { entries } = await desk.call('GET', '/queue?limit=1');
    const [entry] = Array.isArray(entries) ? entries : [];
    const paths = [
      '/queue',
      `/queue/${entry?.conversationId}`,
      '/resolved',
      ...settingsPages(),
      ...OPEN_PAGES,
    ];
    const rows: string[][] = [];
    for (const path of paths) {
      const answer = await fetch(`${desk.url}${path}`, {
        headers: OPEN_PAGES.includes(path) ? {} : { cookie },
        redirect: 'manual',
      });
      const document = await answer.text();
      if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
      rows.push([path.replace(String(entry?.conversationId), '{id}'), ...cellsOf(document)]);
    }
    return {
      title: `What a page loads first, of ${conversations.toLocaleString('en')} queued conversations; kilobytes (1,000 bytes)`,
      columns: ['page', 'JavaScript, gzip', 'plain', 'files', 'CSS, gzip', 'document, gzip'],
      rows,
      notes: [
        'The scripts and styles that the document names, each compressed alone with zlib’s default level; fonts and images are left out. The document of the queue carries its real first window, rendered.',
      ],
    };
  } finally {
    await desk.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The settings pages that need no id, as the build lists them. */
function settingsPages(): string[] {
  const routes: Record<string, string> = JSON.parse(
    readFileSync('.next/app-path-routes-manifest.json', 'utf8'),
  );
  return Object.values(routes)
    .filter((path) => path.startsWith('/settings/') && !path.includes('['))
    .sort();
}

function cellsOf(document: string): string[] {
  const scripts = named(document, SCRIPT);
  const styles = named(document, STYLE);
  if (scripts.length === 0 || styles.length === 0) {
    throw new Error('The document names no scripts or no styles.');
  }
  return [
    kilobytes(scripts.map(gzipped)),
    kilobytes(scripts.map((file) => file.length)),
    String(scripts.length),
    kilobytes(styles.map(gzipped)),
    kilobytes([gzipped(Buffer.from(document))]),
  ];
}

/** The files that the document's tags name, each once. */
function named(document: string, tag: RegExp): Buffer[] {
  const paths = new Set<string>();
  for (const [whole, path] of document.matchAll(tag)) {
    if (path !== undefined && !OLD_BROWSERS_ONLY.test(whole)) paths.add(path);
  }
  return [...paths].map((path) => readFileSync(path.replace('/_next/', '.next/')));
}

function gzipped(file: Buffer): number {
  return gzipSync(file).length;
}

function kilobytes(sizes: readonly number[]): string {
  return (sizes.reduce((sum, size) => sum + size, 0) / 1_000).toFixed(1);
}

export const weightBenchmark: Benchmark = {
  name: 'weight',
  about: 'Kilobytes of JavaScript, CSS and document that each page loads first',
  run: weight,
};
