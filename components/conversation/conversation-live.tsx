'use client';

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react';
import { callApi } from '@/components/live/call-api';
import {
  type ConversationStore,
  type ConversationView,
  createConversationStore,
} from '@/components/live/conversation-store';
import { deskSocket } from '@/components/live/socket';
import type { ConversationDetail } from '@/lib/desk/wire';

type LiveConversation = ConversationView & Pick<ConversationStore, 'settle' | 'prepend'>;

const ConversationContext = createContext<LiveConversation | null>(null);

/** Keeps one conversation live for everything below it; `initial` is what the server rendered with. */
export function ConversationProvider({
  initial,
  children,
}: {
  initial: ConversationDetail;
  children: ReactNode;
}) {
  const [store] = useState(() =>
    createConversationStore({
      initial,
      socket: deskSocket,
      read: () => callApi('GET', `/conversations/${initial.header.conversationId}`),
    }),
  );
  const view = useSyncExternalStore(store.subscribe, store.view, store.view);
  return (
    <ConversationContext value={{ ...view, settle: store.settle, prepend: store.prepend }}>
      {children}
    </ConversationContext>
  );
}

/** The conversation as this screen knows it now. */
export function useConversation(): LiveConversation {
  const conversation = useContext(ConversationContext);
  if (conversation === null) {
    throw new Error('useConversation needs a ConversationProvider above it.');
  }
  return conversation;
}
