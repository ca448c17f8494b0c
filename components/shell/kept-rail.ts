'use client';

import { keptState } from '@/components/ui/kept-state';
import { fieldsOf } from '@/components/workspace/fields-of';

/** Whether the rail shows words where there is room for them, remembered in this browser. */
export const keptRail = keptState<{ words: boolean }>({
  name: 'rail',
  storage: 'local',
  empty: { words: true },
  parse(stored) {
    const { words } = fieldsOf(stored);
    return typeof words === 'boolean' ? { words } : null;
  },
});
