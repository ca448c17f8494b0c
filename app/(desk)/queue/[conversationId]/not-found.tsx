import { ConversationMissing } from '@/components/conversation/conversation-missing';

export default function NotFound() {
  return <ConversationMissing />;
}
