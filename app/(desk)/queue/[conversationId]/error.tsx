'use client';

import { ConversationFailed } from '@/components/conversation/conversation-failed';

export default function Failed({ reset }: { error: Error; reset: () => void }) {
  return <ConversationFailed retry={reset} />;
}
