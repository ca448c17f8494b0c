import type { Attributes } from './attribute';

/** Stands for who uses the text; every other placeholder is the key of an attribute. */
export const MY_NAME = 'my_name';

/** `{{key}}` or `{{key|fallback}}`; the fallback, which may be empty, is written where nothing is known. */
export type Placeholder = { key: string; fallback: string | null };

/** A stretch of a text as it was written, and what it stands for if it is a placeholder. */
export type Part = { source: string; placeholder: Placeholder | null };

/** What is known for a placeholder: what to call it, and its text, null where there is none. */
export type KnownFact = { label: string; text: string | null };

/** A place that was left for a person to fill: `[Label]`, from `start` to before `end`. */
export type Gap = { label: string; start: number; end: number };

/** A text with its placeholders filled, and the places where nothing was known, in order. */
export type FilledText = { text: string; gaps: Gap[] };

const PLACEHOLDER = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g;
const LONGEST_QUOTE = 80;

/** A text's parts in order: their sources, one after the other, are the text. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const found of text.matchAll(PLACEHOLDER)) {
    const [source, key = '', fallback] = found;
    if (found.index > at) parts.push({ source: text.slice(at, found.index), placeholder: null });
    parts.push({
      source,
      placeholder: { key: key.trim(), fallback: fallback === undefined ? null : fallback.trim() },
    });
    at = found.index + source.length;
  }
  if (at < text.length) parts.push({ source: text.slice(at), placeholder: null });
  return parts;
}

/** The keys that a text's placeholders name. */
export function placeholderKeys(text: string): Set<string> {
  return new Set(partsOf(text).flatMap(({ placeholder }) => placeholder?.key ?? []));
}

/**
 * Why the text cannot be kept, in the user's words; null if it can. Every placeholder must be
 * closed and name an attribute that is enabled; those of `keepDisabled` may be disabled.
 */
export function placeholderProblem(
  text: string,
  attributes: Attributes,
  { keepDisabled = new Set() }: { keepDisabled?: ReadonlySet<string> } = {},
): string | null {
  for (const { source, placeholder } of partsOf(text)) {
    const problem = placeholder
      ? keyProblem(placeholder.key, attributes, keepDisabled)
      : openProblem(source);
    if (problem) return problem;
  }
  return null;
}

function keyProblem(
  key: string,
  attributes: Attributes,
  keepDisabled: ReadonlySet<string>,
): string | null {
  if (key === MY_NAME) return null;
  if (key === '') return 'A placeholder is empty: write the key of an attribute, such as {{name}}.';
  const attribute = attributes.get(key);
  if (!attribute)
    return `There is no attribute “${quoted(key)}”. A placeholder is its key, such as {{name}}.`;
  if (!attribute.enabled && !keepDisabled.has(key)) return `${attribute.label} is disabled.`;
  return null;
}

/** What looks like the beginning of a placeholder would be sent as it stands. */
function openProblem(source: string): string | null {
  const at = source.indexOf('{{');
  if (at < 0) return null;
  const [line = ''] = source.slice(at).split('\n');
  return `The placeholder “${quoted(line)}” is not closed: write it as {{name}} or {{name|there}}.`;
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}

/**
 * Writes what is known in place of the placeholders, else their fallback, else a gap. Nothing else
 * of the text changes, and what is written stays text: a value is never read as a placeholder.
 */
export function fillPlaceholders(text: string, known: (key: string) => KnownFact): FilledText {
  const gaps: Gap[] = [];
  let filled = '';
  for (const { source, placeholder } of partsOf(text)) {
    if (!placeholder) {
      filled += source;
      continue;
    }
    const fact = known(placeholder.key);
    const written = fact.text ?? placeholder.fallback;
    if (written === null) {
      const start = filled.length;
      filled += gapText(fact.label);
      gaps.push({ label: fact.label, start, end: filled.length });
    } else filled += written;
  }
  return { text: filled, gaps };
}

/** How a gap stands in the text. */
function gapText(label: string): string {
  return `[${label}]`;
}

/** The gaps with one of these labels that still stand in a text, in order. */
export function gapsLeft(text: string, labels: Iterable<string>): Gap[] {
  const gaps = [...new Set(labels)].flatMap((label) => {
    const found: Gap[] = [];
    const written = gapText(label);
    for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1))
      found.push({ label, start: at, end: at + written.length });
    return found;
  });
  return gaps.sort((a, b) => a.start - b.start || a.end - b.end);
}
