'use client';

import { z } from 'zod';
import { keptState } from '@/components/conversation/kept-state';

/** Whether the contact panel stands beside the conversation, remembered in this browser. */
export const keptPanel = keptState<{ shown: boolean }>({
  name: 'panel',
  storage: 'local',
  empty: { shown: true },
  schema: z.object({ shown: z.boolean() }),
});
