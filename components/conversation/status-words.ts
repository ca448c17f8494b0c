import type { Status } from '@/lib/desk/facts';

/** What a status is called on a screen. */
export const statusWords: Record<Status, string> = {
  new: 'New',
  pending: 'Pending',
  resolved: 'Resolved',
};
