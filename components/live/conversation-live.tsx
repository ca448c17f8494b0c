'use client';

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react';
import type { ConversationDetail } from '@/lib/desk/wire';
import { callApi } from './call-api';
import {
  type ConversationStore,
  type ConversationView,
  createConversationStore,
} from './conversation-store';
import { deskSocket } from './socket';

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
