/** Says what is wrong with a text, in the user's words; null if nothing is. */
export type Check = (text: string) => string | null;

const PASSWORD_MIN = 10;
const PASSWORD_MAX = 128;
const NAME_MAX = 80;
const EMAIL = /^(?:[\w'+-]+\.)*[\w'+-]*[\w+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** The rule for a new password, as it is shown. */
export const PASSWORD_RULE = `At least ${PASSWORD_MIN} characters. A few words in a row are easy to keep.`;

export const checkNewPassword: Check = (password) => {
  if (password.length < PASSWORD_MIN) {
    return `The password needs at least ${PASSWORD_MIN} characters.`;
  }
  if (password.length > PASSWORD_MAX) {
    return `The password has at most ${PASSWORD_MAX} characters.`;
  }
  return null;
};

export const checkPassword: Check = (password) => (password === '' ? 'Enter your password.' : null);

export const checkEmail: Check = (email) =>
  EMAIL.test(email) ? null : 'Enter your e-mail address, like sam@example.com.';

/** What stands around a name does not count. */
export const checkName: Check = (text) => {
  const name = text.trim();
  if (name === '') return 'Enter your name.';
  return name.length > NAME_MAX ? `A name has at most ${NAME_MAX} characters.` : null;
};
