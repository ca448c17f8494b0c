import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** How the library begins the words it has of its own: they are made for developers. */
const NOT_FOR_PEOPLE = /^(Invalid |Too big|Too small|Unrecognized )/;

/** What is said where nothing better is known. */
export const UNFIT = 'This does not fit here.';

const TYPES: Readonly<Record<string, string>> = {
  string: 'This must be text.',
  number: 'This must be a number.',
  int: 'This must be a whole number.',
  boolean: 'This must be true or false.',
  array: 'This must be a list.',
  object: 'This must be an object.',
  record: 'This must be an object.',
};

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'This must be a time with its offset, such as 2026-03-02T09:31:00Z.',
  email: 'This must be an e-mail address.',
  url: 'This must be a web address.',
};

/** What is wrong with refused input, in plain words; a schema's own words go before. */
export function inputWords(issue: Issue): string {
  return NOT_FOR_PEOPLE.test(issue.message) ? plainWords(issue) : issue.message;
}

function plainWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      // An issue does not keep its input; only the words tell that there was none.
      if (issue.message.endsWith('received undefined')) return 'This is required.';
      return TYPES[issue.expected] ?? UNFIT;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return issue.values.length === 1
        ? `This must be ${String(issue.values[0])}.`
        : `Choose one of: ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return `There is no field called ${issue.keys[0]?.slice(0, 80)} here.`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'This is not written as it should be.';
    case 'invalid_union': {
      // The alternative that was meant is the one that got further than the type.
      const meant = issue.errors
        .flat()
        .find((one) => one.code !== 'invalid_type' || one.path.length);
      return meant ? inputWords(meant) : UNFIT;
    }
    default:
      return UNFIT;
  }
}

function tooSmall({ origin, minimum }: Extract<Issue, { code: 'too_small' }>): string {
  if (origin === 'string') {
    return Number(minimum) === 1 ? 'This must not be empty.' : `At least ${minimum} characters.`;
  }
  return origin === 'array' ? `At least ${minimum} in this list.` : `${minimum} or more.`;
}

function tooBig({ origin, maximum }: Extract<Issue, { code: 'too_big' }>): string {
  const most = maximum.toLocaleString('en');
  if (origin === 'string') return `At most ${most} characters.`;
  return origin === 'array' ? `At most ${most} in this list.` : `${most} or less.`;
}
