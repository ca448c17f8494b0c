import { describe, expect, test } from 'vitest';
import { importsOf, type Source, sourcesOf, textOf } from './sources';

const HOUSE = sourcesOf('app', 'components', 'lib', 'db', 'scripts');
const LIB = sourcesOf('lib');
const MAX_LINES = 300;

/** The paths of the sources that have a fault. */
function having(sources: readonly Source[], isFault: (source: Source) => boolean): string[] {
  expect(sources.length).toBeGreaterThan(4);
  return sources.filter(isFault).map(({ path }) => path);
}

const imports = (pattern: RegExp) => (source: Source) =>
  importsOf(source).some((specifier) => pattern.test(specifier));

describe('the house', () => {
  test(`has no file of more than ${MAX_LINES} lines`, () => {
    expect(having(HOUSE, ({ text }) => text.split('\n').length - 1 > MAX_LINES)).toEqual([]);
  });

  test('has no file that only passes on what others export', () => {
    const passesOn = /^export\s+(\*|\{[^}]*\})\s+from\s/m;
    expect(
      having(HOUSE, ({ path, text }) => passesOn.test(text) || /\/index\.tsx?$/.test(path)),
    ).toEqual([]);
  });

  test('has no names that say nothing', () => {
    const empty = /(^|[/-])(utils?|helpers?|misc|common|managers?|info)([-./]|$)/;
    expect(having(HOUSE, ({ path }) => empty.test(path))).toEqual([]);
  });

  test('leaves nothing for later', () => {
    expect(having(HOUSE, ({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text))).toEqual([]);
  });

  test('has one way into every folder: no imports of a folder above it', () => {
    expect(having(LIB, imports(/^\.\.\/\.\.\//))).toEqual([]);
  });
});

describe('lib', () => {
  test('never imports pages, components, the database or their frameworks', () => {
    const above = /^(next|react|react-dom|drizzle-orm)(\/|$)|^@\/(app|components|db)\//;
    expect(having(LIB, imports(above))).toEqual([]);
  });

  test.each([
    ['attributes', /^\.\/[\w-]+$/],
    ['segments', /^(\.\/[\w-]+|@\/lib\/(attributes)\/[\w-]+)$/],
    ['search', /^(\.\/[\w-]+|@\/lib\/(attributes|segments)\/[\w-]+)$/],
    ['ranking', /^(\.\/[\w-]+|@\/lib\/(attributes|segments)\/[\w-]+)$/],
  ])('%s is pure: it imports nothing from outside', (folder, inside) => {
    const outside = (source: Source) => importsOf(source).some((one) => !inside.test(one));
    expect(having(sourcesOf(`lib/${folder}`), outside)).toEqual([]);
  });

  test.each(['attributes', 'segments', 'search', 'ranking'])(
    '%s knows no clock and no chance',
    (folder) => {
      const impure = /Math\.random|Date\.now|new Date\(\)|performance\.|process\.|console\./;
      expect(having(sourcesOf(`lib/${folder}`), ({ text }) => impure.test(text))).toEqual([]);
    },
  );

  test('commands and desk know no edge', () => {
    const edges =
      /^(hono|@hono\/|socket\.io|better-auth)|^@\/lib\/(api|realtime|auth|channels|crm)\//;
    expect(having(sourcesOf('lib/commands', 'lib/desk'), imports(edges))).toEqual([]);
  });

  test('what the browser loads never reaches the server’s floors', () => {
    const server = /^@\/lib\/(api|auth|commands)\/|^@\/db\/|^node:/;
    const browser = sourcesOf('components').filter(
      ({ text }) => !/^import 'server-only'/.test(text),
    );
    expect(having(browser, imports(server))).toEqual([]);
  });
});

describe('commands', () => {
  /** The verbs that ask for no capability, and why. */
  const OPEN = new Map([
    ['lib/commands/people/set-up-desk.ts', 'the link is the permission; nobody is there to ask'],
    ['lib/commands/people/use-invitation.ts', 'the link is the permission'],
  ]);
  const verb = /^export (async )?function \w+\(\{\s*(ctx|desk),/m;
  const verbs = sourcesOf('lib/commands').filter(({ text }) => verb.test(text));

  test('each authorises its caller, or is listed with a reason', () => {
    const unasked = having(verbs, ({ text }) => !/\bauthorise\(/.test(text));
    expect(unasked.sort()).toEqual([...OPEN.keys()].sort());
  });

  test('each function that takes a context authorises before it does anything else', () => {
    const faults = verbs.flatMap(({ path, text }) => {
      const bodies = text
        .split(/^export /m)
        .filter((part) => /^(async )?function \w+\(\{\s*ctx,/.test(part));
      return bodies.filter((body) => !/> \{\n {2}authorise\(/.test(body)).map(() => path);
    });
    expect(faults).toEqual([]);
  });

  test('what they share decides and commits nothing by itself', () => {
    const shared = sourcesOf('lib/commands').filter(({ text }) => !verb.test(text));
    expect(having(shared, ({ text }) => /\.commit\(|\bdecide\(/.test(text))).toEqual([]);
  });
});

describe('what is installed', () => {
  test('comes from no registry that the lock file would bind everybody to', () => {
    const hosts = [...textOf('package-lock.json').matchAll(/https?:\/\/([^/"\s]+)/g)]
      .map(([, host = '']) => host)
      .filter((host) =>
        /registry|npm|artifact|proxy|mirror|nexus|localhost|\d+\.\d+\.\d+\.\d+/.test(host),
      );
    expect([...new Set(hosts)]).toEqual([]);
  });
});
