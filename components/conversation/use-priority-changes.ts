'use client';

import { useEffect, useRef, useState } from 'react';
import { useConversation } from '@/components/live/conversation-live';
import { type PriorityChange, priorityChange } from './priority-change';

/** The changes of priority since the conversation was opened here, oldest first. */
export function usePriorityChanges(): PriorityChange[] {
  const { detail } = useConversation();
  const held = useRef(detail);
  const [changes, setChanges] = useState<PriorityChange[]>([]);
  useEffect(() => {
    const change = priorityChange(held.current, detail, new Date().toISOString());
    held.current = detail;
    if (change) setChanges((now) => [...now, change]);
  }, [detail]);
  return changes;
}
