import { OutgoingFailure } from './outgoing-failure';

const MAX_LENGTH = 2_000;

/**
 * A URL that may be called: http or https, with no name and password in it, for those would be
 * stored and logged in the open. Throws an OutgoingFailure that says what is wrong. Where it leads
 * is checked when it is called: the address of a name can change.
 */
export function parseOutgoingUrl(text: string): URL {
  if (text.length > MAX_LENGTH) throw badUrl(`A URL has at most ${MAX_LENGTH} characters.`);
  if (!URL.canParse(text)) throw badUrl('This is not a URL, such as https://example.com/hook.');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw badUrl('Only http and https are called.');
  if (url.username !== '' || url.password !== '')
    throw badUrl('A URL may not hold a user name or a password.');
  return url;
}

const badUrl = (message: string) => new OutgoingFailure('bad_url', message);
