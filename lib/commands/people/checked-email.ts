import { invalid } from '@/lib/desk/errors';

const MAX_EMAIL_LENGTH = 254;

/**
 * The address in small letters. Throws `invalid` unless it looks like one: whether it exists only
 * a letter can tell.
 */
export function checkedEmail(text: string): string {
  const email = text.trim().toLowerCase();
  if (email.length > MAX_EMAIL_LENGTH || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw invalid('This is not an e-mail address.', 'email');
  return email;
}
