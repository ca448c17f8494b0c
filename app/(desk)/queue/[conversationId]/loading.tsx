import { ConversationSkeleton } from '@/components/conversation/conversation-skeleton';

export default function Loading() {
  return <ConversationSkeleton />;
}
