'use client';

import { late, useWhenHere } from '@/components/ui/late';

const lateWatch = late(() => import('./notice-watch'));

/** Tells what one wants to hear of, once its code is here: no page waits for it. */
export function Notices() {
  const watch = useWhenHere(lateWatch);
  return watch && <watch.NoticeWatch />;
}
