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
export function wireErrorOf({ code, message, field }: DeskError): WireError {
  return { code, message, field };
}

/** The first issue of refused input, its field as a path such as `conditions.0.operand`. */
export function inputError(error: z.core.$ZodError): WireError {
  const [issue] = error.issues;
  const field = fieldOf(issue);
  return { code: 'invalid', message: issue ? inputWords(issue) : UNFIT, field };
}

function fieldOf(issue: z.core.$ZodIssue | undefined): string | undefined {
  if (!issue) return undefined;
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys' && issue.keys[0] !== undefined) path.push(issue.keys[0]);
  return path.length > 0 ? path.join('.') : undefined;
}
