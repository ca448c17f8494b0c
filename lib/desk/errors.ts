/** What can go wrong with a command, told apart by `code` (instanceof is false across Next's module graphs). */
export type ErrorCode =
  | 'not_found'
  | 'forbidden'
  | 'conflict'
  | 'invalid'
  | 'too_large'
  | 'too_many';

/** One of several things that are wrong, at its path in what was given. */
export type Problem = { field?: string; message: string };

/**
 * A refusal in the user's words; `field` names what was wrong where one field was, `problems` tells
 * all of them where they were looked for together.
 */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly field?: string,
    readonly problems?: readonly Problem[],
  ) {
    super(message);
  }
}

export const notFound = (message: string, field?: string) =>
  new DeskError('not_found', message, field);
export const forbidden = (message: string, field?: string) =>
  new DeskError('forbidden', message, field);
export const conflict = (message: string, field?: string) =>
  new DeskError('conflict', message, field);
export const invalid = (message: string, field?: string) =>
  new DeskError('invalid', message, field);

export const tooLarge = (message: string, field?: string) =>
  new DeskError('too_large', message, field);

export const tooMany = (message: string) => new DeskError('too_many', message);

/** Whether anything thrown is a DeskError, also one made in another module graph. */
export function isDeskError(error: unknown): error is DeskError {
  return error instanceof Error && error.name === 'DeskError' && 'code' in error;
}
