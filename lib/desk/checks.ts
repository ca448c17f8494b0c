import { invalid } from './errors';

export const MAX_NAME_LENGTH = 80;
export const MAX_MESSAGE_LENGTH = 20_000;
export const MAX_EXTERNAL_ID_LENGTH = 200;
export const MAX_CANNED_REPLIES = 500;
export const MAX_DRAFTS = 200;
export const MAX_ATTACHMENTS = 10;
export const MAX_ATTACHMENT_MB = 10;
/** So many shared ones, and so many of each person. */
export const MAX_SAVED_VIEWS = 100;

/** The text without surrounding white space. Throws `invalid` unless 1 to `max` characters are left. */
export function checkedText(text: string, field: string, max: number): string {
  const trimmed = text.trim();
  if (trimmed === '') throw invalid('This must not be empty.', field);
  if (trimmed.length > max)
    throw invalid(`This has ${trimmed.length} characters; at most ${max} fit.`, field);
  return trimmed;
}

/** What two names share that count as one: nobody tells “VIPs” from “vips”. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase();
}

/** A name or label: 1 to 80 characters. */
export function checkedName(text: string, field: string): string {
  return checkedText(text, field, MAX_NAME_LENGTH);
}

/** The text of a message that is still written. Throws `invalid` over 20,000 characters. */
export function checkedUnsent(text: string, field: string): string {
  if (text.length > MAX_MESSAGE_LENGTH)
    throw invalid(`A message has at most ${MAX_MESSAGE_LENGTH} characters.`, field);
  return text;
}

/** The same for a message that files go with, which may have none. */
export function checkedCaption(text: string, files: readonly unknown[], field: string): string {
  return files.length > 0 && text.trim() === '' ? '' : checkedMessage(text, field);
}

/** The text of a message as it was written. Throws `invalid` for nothing but white space or over 20,000 characters. */
export function checkedMessage(text: string, field: string): string {
  checkedUnsent(text, field);
  checkedText(text, field, MAX_MESSAGE_LENGTH);
  return text;
}
