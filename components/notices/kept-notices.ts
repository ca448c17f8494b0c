'use client';

import { keptState, useKept } from '@/components/ui/kept-state';
import { fieldsOf } from '@/components/workspace/fields-of';

export const NOTICE_KINDS = ['mention', 'assignment', 'arrival'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** How one hears of something, beside what the screen shows. */
export type Ways = { sound: boolean; desktop: boolean };

/** How one hears of each; `preview` lets a desktop notice say the beginning of what was written. */
export type NoticeChoices = Record<NoticeKind, Ways> & { preview: boolean };

const ALL: Ways = { sound: true, desktop: true };

export const keptNotices = keptState<NoticeChoices>({
  name: 'notices',
  storage: 'local',
  empty: { mention: ALL, assignment: ALL, arrival: { sound: false, desktop: true }, preview: true },
  parse: parseNoticeChoices,
});

/** What was stored of them; null if it does not fit. */
export function parseNoticeChoices(stored: unknown): NoticeChoices | null {
  const { preview, ...ways } = fieldsOf(stored);
  const [mention, assignment, arrival] = NOTICE_KINDS.map((kind) => parseWays(ways[kind]));
  if (!mention || !assignment || !arrival || typeof preview !== 'boolean') return null;
  return { mention, assignment, arrival, preview };
}

function parseWays(stored: unknown): Ways | null {
  const { sound, desktop } = fieldsOf(stored);
  return typeof sound === 'boolean' && typeof desktop === 'boolean' ? { sound, desktop } : null;
}

const ID = 'all';

export function noticeChoices(): NoticeChoices {
  return keptNotices.read(ID);
}

/** What one has chosen on this device, and a way to change it. */
export function useNoticeChoices() {
  return useKept(keptNotices, ID);
}
