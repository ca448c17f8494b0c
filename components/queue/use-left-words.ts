'use client';

import { useEffect, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { useCatalogue } from '@/components/live/catalogue';
import type { ConversationDetail } from '@/lib/desk/wire';
import type { QueueFilter } from '@/lib/ranking/filter';
import { leftWords } from './left-words';

/** What became of a row that left; said vaguely until the desk has told. */
export function useLeftWords(conversationId: string, filter: QueueFilter): string {
  const { me } = useCatalogue();
  const [words, setWords] = useState('Left this list');
  useEffect(() => {
    let wanted = true;
    callApi<ConversationDetail>('GET', `/conversations/${conversationId}`)
      .then((detail) => wanted && setWords(leftWords(detail, filter, me.id)))
      // The vague words stay: they are true.
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [conversationId, filter, me.id]);
  return words;
}
