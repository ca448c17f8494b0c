import keywords from 'emojilib';

/** An emoji with its name, `grinning face`, and the words it is found by. */
export type Emoji = { sign: string; name: string; words: readonly string[] };

/** All there are, in the order of Unicode, which is the order people know. */
export const EMOJI: readonly Emoji[] = Object.entries(keywords).map(
  ([sign, [name = '', ...rest]]) => ({
    sign,
    name: name.replaceAll('_', ' '),
    words: [...name.split('_'), ...rest.flatMap((word) => word.toLowerCase().split(/[_\s]/))],
  }),
);

/**
 * Emoji that are found by every word asked for, each as the beginning of one of theirs, at most
 * `most`: first those whose name begins with it, then those that have it in their name.
 */
export function findEmoji(asked: string, most: number): Emoji[] {
  const words = asked
    .toLowerCase()
    .split(/[_\s]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return EMOJI.slice(0, most);
  const whole = words.join(' ');
  const found = EMOJI.filter((emoji) =>
    words.every((word) => emoji.words.some((known) => known.startsWith(word))),
  );
  const rank = ({ name }: Emoji) => {
    if (name.startsWith(whole)) return 0;
    return ` ${name}`.includes(` ${whole}`) ? 1 : 2;
  };
  // A stable sort: within a rank the order stays.
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, most);
}
