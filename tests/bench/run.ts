import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Benchmark, Report } from './benchmark';
import { bootBenchmark } from './boot';
import { countBenchmark } from './count';
import { durableBenchmark } from './durable';
import { editBenchmark } from './edit';
import { endToEndBenchmark } from './end-to-end';
import { fanOutBenchmark } from './fan-out';
import { filterBenchmark } from './filter';
import { listBenchmark } from './list';
import { matchBenchmark } from './match';
import { matchChangeBenchmark } from './match-change';
import { openBenchmark } from './open';
import { pacedBenchmark } from './paced';
import { rankBenchmark } from './rank';
import { searchBenchmark } from './search';
import { soakBenchmark } from './soak';
import { tableOf } from './spread';
import { takeBenchmark } from './take';
import { toPaintBenchmark } from './to-paint';
import { toggleBenchmark } from './toggle';
import { viewBenchmark } from './view';
import { viewsBenchmark } from './views';
import { visitBenchmark } from './visit';
import { weightBenchmark } from './weight';

const BENCHMARKS: readonly Benchmark[] = [
  matchBenchmark,
  matchChangeBenchmark,
  rankBenchmark,
  filterBenchmark,
  viewBenchmark,
  viewsBenchmark,
  toggleBenchmark,
  editBenchmark,
  soakBenchmark,
  durableBenchmark,
  pacedBenchmark,
  fanOutBenchmark,
  endToEndBenchmark,
  toPaintBenchmark,
  bootBenchmark,
  countBenchmark,
  searchBenchmark,
  openBenchmark,
  takeBenchmark,
  visitBenchmark,
  listBenchmark,
  weightBenchmark,
];
const PAGE = 'docs/benchmarks.md';

const { names, options } = read(process.argv.slice(2));
const unknown = names.find((name) => BENCHMARKS.every((benchmark) => benchmark.name !== name));
if (unknown !== undefined) {
  console.error(`There is no benchmark ${unknown}. There are:`);
  for (const { name, about } of BENCHMARKS) console.error(`  ${name.padEnd(14)}${about}`);
  process.exit(2);
}
console.log(`${machine()}\n`);
const reports: Report[] = [];
for (const { name, run } of BENCHMARKS) {
  if (names.length > 0 && !names.includes(name)) continue;
  const report = await run(options);
  reports.push(report);
  console.log(`${textOf(report)}\n`);
}
// The page holds one whole run: parts of several would compare what was measured apart.
if (names.length === 0 && options.size === 0) writeFileSync(PAGE, pageOf(reports));
process.exit(0);

function read(words: readonly string[]) {
  const names: string[] = [];
  const options = new Map<string, string>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) names.push(word);
    else {
      at += 1;
      options.set(word.slice(2), words[at] ?? '');
    }
  }
  return { names, options };
}

function machine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${gigabytes} GB`;
}

function textOf({ title, columns, rows, notes = [] }: Report): string {
  return [title, '', tableOf([columns, ...rows]), ...notes.map((note) => `\n${note}`)].join('\n');
}

function pageOf(reports: readonly Report[]): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const head = `# Benchmarks\n\nWritten by \`npm run bench\`, all in one run. Frontrow ${version}; ${machine()}.\n`;
  const parts = reports.map(({ title, columns, rows, notes = [] }) =>
    [
      `\n## ${title}\n`,
      `| ${columns.join(' | ')} |`,
      `| ${columns.map(() => '---').join(' | ')} |`,
      ...rows.map((row) => `| ${row.join(' | ')} |`),
      ...notes.map((note) => `\n${note}`),
    ].join('\n'),
  );
  return `${[head, ...parts].join('\n')}\n`;
}
