import type { z } from 'zod';
import type { DeskError } from './errors';
import { inputWords, UNFIT } from './input-words';
import type { WireError } from './wire';

/** What is said of a failure that is ours; what happened is for the log. */
export const INTERNAL_ERROR: WireError = {
  code: 'internal',
  message: 'Something went wrong on our side. Nothing was changed.',
};

/** A refusal as it leaves the desk, on every edge. */
export function wireErrorOf({ code, message, field, problems }: DeskError): WireError {
  return { code, message, field, problems };
}

/** The first issue of refused input, its field as a path such as `conditions.0.operand`. */
export function inputError(error: z.core.$ZodError): WireError {
  const [issue] = error.issues;
  return { code: 'invalid', ...(issue ? problemOf(issue) : { message: UNFIT, field: undefined }) };
}

const MAX_PROBLEMS = 100;

/** All that is wrong in a refused document, a field once, the first as the error itself; a hundred at most. */
export function documentError(error: z.core.$ZodError): WireError {
  const problems = error.issues.slice(0, MAX_PROBLEMS).flatMap(eachKey).map(problemOf);
  const isFirst = ({ field }: { field?: string }, at: number) =>
    at === problems.findIndex((one) => one.field === field);
  return { ...inputError(error), problems: problems.filter(isFirst).slice(0, MAX_PROBLEMS) };
}

/** An issue that names several unknown fields, as one for each. */
function eachKey(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'unrecognized_keys') return [issue];
  return issue.keys.slice(0, MAX_PROBLEMS).map((key) => ({ ...issue, keys: [key] }));
}

function problemOf(issue: z.core.$ZodIssue): { message: string; field: string | undefined } {
  return { message: inputWords(issue), field: fieldOf(issue) };
}

function fieldOf(issue: z.core.$ZodIssue): string | undefined {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys' && issue.keys[0] !== undefined) path.push(issue.keys[0]);
  return path.length > 0 ? path.join('.') : undefined;
}
