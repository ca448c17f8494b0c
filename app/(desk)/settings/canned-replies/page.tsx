import type { Metadata } from 'next';
import { signedIn } from '@/app/signed-in';
import { CannedReplyList } from '@/components/canned-replies/canned-reply-list';
import { NewCannedReplyButton } from '@/components/canned-replies/new-canned-reply-button';
import { PageHeader } from '@/components/shell/page-header';
import { may } from '@/lib/desk/context';
import { readCannedReplies } from '@/lib/desk/reads/canned-replies';

export const metadata: Metadata = { title: 'Canned replies' };

export default async function CannedRepliesPage() {
  const { desk, caller } = await signedIn();
  // The settings layout has said no already.
  if (!may(caller, 'writeCannedReplies')) return null;
  const replies = await readCannedReplies({ desk, caller });
  return (
    <>
      <PageHeader title="Canned replies" action={replies.length > 0 && <NewCannedReplyButton />}>
        What the team answers again and again, with places for what is known of the customer. In a
        reply or a note, / opens them.
      </PageHeader>
      <CannedReplyList replies={replies} />
    </>
  );
}
