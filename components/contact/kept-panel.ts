'use client';

import { keptState } from '@/components/ui/kept-state';
import { fieldsOf } from '@/components/workspace/fields-of';

/** Whether the contact panel stands beside the conversation, remembered in this browser. */
export const keptPanel = keptState<{ shown: boolean }>({
  name: 'panel',
  storage: 'local',
  empty: { shown: true },
  parse(stored) {
    const { shown } = fieldsOf(stored);
    return typeof shown === 'boolean' ? { shown } : null;
  },
});
