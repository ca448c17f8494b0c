'use client';

import { useState } from 'react';
import { failureMessage } from '@/components/live/call-api';
import { lookUpContact } from '@/components/live/conversation-calls';
import { useConversation } from '@/components/live/conversation-live';
import { toast } from '@/components/ui/toast';

/** Has the contact of the open conversation looked up now; what comes of it shows by itself. */
export function useLookUp() {
  const { detail, settle } = useConversation();
  const { conversationId } = detail.header;
  const [asking, setAsking] = useState(false);

  async function ask() {
    setAsking(true);
    try {
      const { revision } = await lookUpContact(conversationId);
      await settle((held) => held.revision >= revision);
    } catch (thrown) {
      toast.error(failureMessage(thrown));
    } finally {
      setAsking(false);
    }
  }

  return { lookUp: () => void ask(), asking };
}
