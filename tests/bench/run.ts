import { cpus } from 'node:os';
import { toPaint } from './to-paint';

const BENCHMARKS = new Map([['paint', toPaint]]);

const [name] = process.argv.slice(2);
const chosen = name === undefined ? [...BENCHMARKS] : [...BENCHMARKS].filter(([n]) => n === name);
if (chosen.length === 0) {
  console.error(`There is no benchmark ${name}; there are: ${[...BENCHMARKS.keys()].join(', ')}`);
  process.exit(2);
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
for (const [, run] of chosen) console.log(`${await run()}\n`);
