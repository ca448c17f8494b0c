import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SKIPPED = new Set(['node_modules', '.next', 'dist', 'migrations']);

export type Source = { path: string; text: string };

/** The TypeScript of these folders of the repository, paths from its root. */
export function sourcesOf(...folders: string[]): Source[] {
  return folders.flatMap((folder) => walk(join(ROOT, folder)));
}

/** The text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function walk(folder: string): Source[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
    const path = join(folder, found.name);
    if (found.isDirectory()) return SKIPPED.has(found.name) ? [] : walk(path);
    if (!/\.tsx?$/.test(found.name)) return [];
    return [{ path: relative(ROOT, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }];
  });
}

/** What a source imports, as it writes it. */
export function importsOf({ text }: Source): string[] {
  const found = text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g);
  return [...found].map(([, specifier = '']) => specifier);
}
