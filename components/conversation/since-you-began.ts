import type { MessageWire } from '@/lib/desk/wire';

/**
 * What a person who is writing a reply may not have seen: 'Ann has written', 'Kim has replied',
 * since the message after which they began; null if nothing has come, or nothing was begun.
 */
export function sinceYouBegan(
  messages: readonly MessageWire[],
  began: { after: string | null },
  names: { meId: string; customer: string },
): string | null {
  const start = messages.findIndex(({ id }) => id === began.after);
  if (began.after === null || start < 0) return null;
  const since = messages.slice(start + 1);
  const others = since.filter(({ kind, author }) => kind === 'reply' && author?.id !== names.meId);
  const replied = new Set(others.map(({ author }) => author?.name ?? 'Somebody'));
  const news = [
    ...(since.some(({ kind }) => kind === 'customer') ? [`${names.customer} has written`] : []),
    ...[...replied].map((name) => `${name} has replied`),
  ];
  return news.length === 0 ? null : news.join(', ');
}
