import type { QueueEntry } from '@/lib/desk/wire';

/** A row of the queue, named by its conversation. */
export function row(conversationId: string, revision = 1): QueueEntry {
  return {
    conversationId,
    contact: { externalId: conversationId, name: conversationId },
    channel: 'api',
    status: 'new',
    priority: 0,
    reasons: [],
    segments: [],
    waitingSince: null,
    returnsAt: null,
    owner: null,
    preview: '',
    revision,
  };
}

/** Rows `from` to `to - 1`, each named by its number. */
export function rows(from: number, to: number): QueueEntry[] {
  return Array.from({ length: to - from }, (_, index) => row(`c${from + index}`));
}
