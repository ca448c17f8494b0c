import type { UnreadWire } from '@/lib/desk/wire';

/** What one has not looked at: '3 unread messages, you are mentioned, given to you'. */
export function unreadWords({ messages, mentioned, assigned }: UnreadWire): string {
  const count = messages === 1 ? '1 unread message' : `${messages} unread messages`;
  return [
    ...(messages > 0 ? [count] : []),
    ...(mentioned ? ['you are mentioned'] : []),
    ...(assigned ? ['given to you'] : []),
  ].join(', ');
}
