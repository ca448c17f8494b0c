import type { Random } from './seed-random';

/** One matter as it goes: `more` is what a customer adds while waiting, `note` what the team says of it. */
export type Thread = {
  opening: string;
  more?: string;
  reply: string;
  answer: string;
  note?: string;
};

const MONTHS = ['January', 'March', 'June', 'August', 'October'];

/** The thread with one order number, one amount and one month put in everywhere. */
export function filledThread(thread: Thread, random: Random): Thread {
  const order = `${random.between(10, 99)} ${random.between(100, 999)}`;
  const amount = `€ ${random.between(9, 480)}.${random.pick(['00', '50', '90', '99'])}`;
  const month = random.pick(MONTHS);
  const fill = (text: string) =>
    text.replaceAll('{order}', order).replaceAll('{amount}', amount).replaceAll('{month}', month);
  return {
    opening: fill(thread.opening),
    more: thread.more && fill(thread.more),
    reply: fill(thread.reply),
    answer: fill(thread.answer),
    note: thread.note && fill(thread.note),
  };
}
