'use client';

import { useEffect } from 'react';
import { failureMessage } from '@/components/live/call-api';
import { useCatalogue } from '@/components/live/catalogue';
import { writeMessage } from '@/components/live/conversation-calls';
import { useConversation } from '@/components/live/conversation-live';
import { keptState, useKept } from '@/components/ui/kept-state';
import { mentionedIn } from '@/lib/desk/mentions';
import { newMessageId } from './message-id';
import { parseUnsent, stillUnsent, type Unsent } from './unsent';

const keptUnsent = keptState<Unsent[]>({
  name: 'unsent',
  storage: 'session',
  empty: [],
  parse: parseUnsent,
});

/** Sends messages; what did not get there is kept, with why, until it is sent or taken back. */
export function useOutbox() {
  const { detail, settle } = useConversation();
  const { me, people } = useCatalogue();
  const colleagues = people.filter(({ id }) => id !== me.id);
  const { conversationId } = detail.header;
  const [unsent, update] = useKept(keptUnsent, conversationId);

  // What was under way when the page was left: nobody waits for its answer any more.
  useEffect(() => {
    if (keptUnsent.read(conversationId).every(({ problem }) => problem !== null)) return;
    const problem = 'This may not have been sent.';
    update((now) => now.map((one) => ({ ...one, problem: one.problem ?? problem })));
  }, [conversationId, update]);

  async function deliver(message: Unsent) {
    const { id, kind, text, mentions, attachments, status } = message;
    try {
      const sent = { text, attachmentIds: attachments.map((one) => one.id), messageId: id };
      const { revision } = await writeMessage(
        conversationId,
        kind === 'note'
          ? { verb: 'notes', mentions: mentions.map((person) => person.id), ...sent }
          : { verb: 'replies', status, ...sent },
      );
      await settle((held) => held.revision >= revision);
      update((now) => now.filter((one) => one.id !== id));
    } catch (thrown) {
      const problem = failureMessage(thrown);
      update((now) => now.map((one) => (one.id === id ? { ...one, problem } : one)));
    }
  }

  function send(
    kind: Unsent['kind'],
    text: string,
    status: Unsent['status'],
    attachments: Unsent['attachments'],
  ) {
    const mentions = kind === 'note' ? mentionedIn(text, colleagues) : [];
    const message = {
      id: newMessageId(),
      kind,
      text,
      mentions,
      attachments,
      status,
      problem: null,
    };
    update((now) => [...now, message]);
    void deliver(message);
  }

  function retry(message: Unsent) {
    update((now) => now.map((one) => (one.id === message.id ? { ...one, problem: null } : one)));
    void deliver(message);
  }

  function takeBack(message: Unsent) {
    update((now) => now.filter(({ id }) => id !== message.id));
  }

  return { unsent: stillUnsent(unsent, detail.messages), send, retry, takeBack };
}

export type Outbox = ReturnType<typeof useOutbox>;
