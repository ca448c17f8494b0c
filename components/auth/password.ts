import { z } from 'zod';

export const PASSWORD_MIN = 10;

/** The rule for a new password, as it is shown and as it is checked. */
export const PASSWORD_RULE = `At least ${PASSWORD_MIN} characters. A few words in a row are easy to keep.`;

export const newPassword = z
  .string()
  .min(PASSWORD_MIN, `The password needs at least ${PASSWORD_MIN} characters.`)
  .max(128, 'The password has at most 128 characters.');
