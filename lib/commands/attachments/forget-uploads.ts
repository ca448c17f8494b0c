import type { Desk } from '@/lib/desk/desk';

const KEPT_UNSENT_MS = 24 * 3_600_000;

/** Forgets files that were brought more than a day ago and went with no message. Answers how many. */
export function forgetUploads(desk: Desk): Promise<number> {
  return desk.store.forgetUploads(desk.now() - KEPT_UNSENT_MS);
}
