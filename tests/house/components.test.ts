import { expect, test } from 'vitest';
import { importsOf, sourcesOf } from './sources';

/** For each folder of the components, the folders that it imports from. */
function arrows(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const source of sourcesOf('components')) {
    const [, from = ''] = source.path.split('/');
    for (const specifier of importsOf(source)) {
      const [, to] = /^@\/components\/([\w-]+)\//.exec(specifier) ?? [];
      if (to === undefined || to === from) continue;
      found.set(from, (found.get(from) ?? new Set()).add(to));
    }
  }
  return found;
}

/** The folders on a way that comes back to where it began; none if every way only goes down. */
function circleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const done = new Set<string>();
  function walk(folder: string, way: readonly string[]): string[] {
    if (way.includes(folder)) return [...way.slice(way.indexOf(folder)), folder];
    if (done.has(folder)) return [];
    for (const next of graph.get(folder) ?? []) {
      const circle = walk(next, [...way, folder]);
      if (circle.length > 0) return circle;
    }
    done.add(folder);
    return [];
  }
  for (const folder of graph.keys()) {
    const circle = walk(folder, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

test('no folder of the components stands, over others, on itself', () => {
  const graph = arrows();
  expect(graph.size).toBeGreaterThan(10);
  expect(circleIn(graph)).toEqual([]);
});

test('a circle would be found', () => {
  const graph = new Map([
    ['queue', new Set(['ui', 'live'])],
    ['live', new Set(['ui', 'shell'])],
    ['shell', new Set(['queue'])],
  ]);
  expect(circleIn(graph)).toEqual(['queue', 'live', 'shell', 'queue']);
});
