import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['app', 'components', 'lib', 'db', 'server.ts', 'next.config.js', 'package.json'];
const BUILT = ['.next/BUILD_ID', 'dist/server.js'];

/** Builds pages and server unless both are newer than every source. Throws when the build fails. */
export function buildIfStale(): void {
  const builtAt = Math.min(...BUILT.map((path) => (existsSync(path) ? changedAt(path) : 0)));
  if (builtAt > Math.max(...SOURCES.map(newestIn))) return;
  console.log('Building Frontrow (about a minute, once)…');
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}

/** When anything in a file or folder was last changed; milliseconds. */
function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return changedAt(path);
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function changedAt(path: string): number {
  return statSync(path).mtimeMs;
}
