import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('../../app/globals.css', import.meta.url)), 'utf8');

/** The hex colours of one theme, by token. */
function tokens(selector: string): Map<string, string> {
  const block = css.split(`\n${selector} {`)[1]?.split('}')[0] ?? '';
  return new Map(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

/** Relative luminance, as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const TEXTS = ['ink', 'ink-muted', 'ink-faint', 'accent', 'accent-ink', 'warn', 'danger', 'ok'];
const SURFACES = ['canvas', 'panel', 'overlay', 'hover', 'selected'];
const READ: readonly (readonly [string, string])[] = [
  ...TEXTS.flatMap((text) => SURFACES.map((surface) => [text, surface] as const)),
  ['accent-ink', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['ink-muted', 'accent-soft'],
  ['ink', 'warn-soft'],
  ['warn', 'warn-soft'],
  ['ink', 'danger-soft'],
  ['danger', 'danger-soft'],
  ['on-solid', 'solid'],
  ['on-solid', 'solid-hover'],
  ['on-danger', 'danger-solid'],
  ['on-danger', 'danger-solid-hover'],
];
const SEEN = ['canvas', 'panel', 'overlay', 'selected'].map(
  (surface) => ['focus', surface] as const,
);

test.each([
  ['light', ':root'],
  ['dark', '.dark'],
])(
  'in the %s theme every text can be read where it stands, and focus can be seen',
  (_name, selector) => {
    const colours = tokens(selector);
    const colour = (token: string) => {
      const hex = colours.get(token);
      if (!hex) throw new Error(`The theme has no colour ${token}`);
      return hex;
    };
    const ratio = ([one, other]: readonly [string, string]) => contrast(colour(one), colour(other));
    const pale = [
      ...READ.filter((pair) => ratio(pair) < 4.5),
      ...[...SEEN, ['line-field', 'panel'] as const].filter((pair) => ratio(pair) < 3),
    ];
    expect(pale).toEqual([]);
  },
);
