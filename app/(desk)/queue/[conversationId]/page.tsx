import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { signedIn } from '@/app/signed-in';
import { ConversationPane } from '@/components/conversation/conversation-pane';
import { isDeskError } from '@/lib/desk/errors';
import { readConversation } from '@/lib/desk/reads/conversation';
import { readDraft } from '@/lib/desk/reads/drafts';

type Props = { params: Promise<{ conversationId: string }> };

export const metadata: Metadata = { title: 'Conversation' };

export default async function ConversationPage({ params }: Props) {
  const { conversationId } = await params;
  const ctx = await signedIn();
  const [initial, initialDraft] = await Promise.all([
    readConversation(ctx, conversationId).catch((thrown: unknown) => {
      if (isDeskError(thrown) && thrown.code === 'not_found') return null;
      throw thrown;
    }),
    readDraft(ctx, conversationId),
  ]);
  if (initial === null) notFound();
  return <ConversationPane initial={initial} initialDraft={initialDraft} />;
}
