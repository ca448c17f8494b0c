'use client';

import { useEffect, useState } from 'react';
import { callApi, failureMessage } from '@/components/live/call-api';
import type { SearchWire } from '@/lib/desk/wire-search';
import type { Choice } from './palette-choices';

const TYPING_PAUSE_MS = 120;
const MOST = 6;

export type FoundConversations = {
  choices: readonly Choice[];
  state: 'idle' | 'asking' | 'failed';
  /** Why, where it has failed. */
  problem: string;
};

const NOTHING: FoundConversations = { choices: [], state: 'idle', problem: '' };

/**
 * The conversations of contacts that answer to what was typed, asked after each pause in typing; a
 * newer question ends the older one. Asked again when `retries` changes.
 */
export function useFoundConversations(typed: string, retries: number): FoundConversations {
  const [found, setFound] = useState(NOTHING);
  const asked = typed.trim();

  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again on a retry
  useEffect(() => {
    if (asked === '') {
      setFound(NOTHING);
      return;
    }
    setFound(({ choices }) => ({ choices, state: 'asking', problem: '' }));
    const ended = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({
        q: asked.slice(0, 200),
        in: 'contact',
        limit: `${MOST}`,
      });
      try {
        const answer = await callApi<SearchWire>(
          'GET',
          `/search?${query}`,
          undefined,
          ended.signal,
        );
        setFound({ choices: answer.hits.flatMap(choiceOf), state: 'idle', problem: '' });
      } catch (thrown) {
        if (ended.signal.aborted) return;
        setFound({ choices: [], state: 'failed', problem: failureMessage(thrown) });
      }
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [asked, retries]);

  return found;
}

function choiceOf({ contact, conversation, snippet }: SearchWire['hits'][number]): Choice[] {
  if (conversation === null) return [];
  const { conversationId, status, owner } = conversation;
  const said = snippet.map(({ text }) => text).join('');
  const stands = status === 'resolved' ? 'resolved' : owner ? `with ${owner.name}` : status;
  return [
    {
      id: `conversation ${conversationId}`,
      group: 'Conversations',
      label: contact.name,
      hint: said === contact.name ? stands : `${stands} · ${said}`,
      does: { go: `/queue/${conversationId}` },
    },
  ];
}
