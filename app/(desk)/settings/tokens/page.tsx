import { Lock } from 'lucide-react';
import type { Metadata } from 'next';
import { signedIn } from '@/app/signed-in';
import { PageHeader } from '@/components/shell/page-header';
import { CreateTokenButton } from '@/components/tokens/create-token-button';
import { TokenList } from '@/components/tokens/token-list';
import { EmptyState } from '@/components/ui/empty-state';
import { ListFrame } from '@/components/workspace/list-frame';
import { may } from '@/lib/desk/context';
import { readTokens } from '@/lib/desk/reads/people';

export const metadata: Metadata = { title: 'API tokens' };

export default async function TokensPage() {
  const { desk, caller } = await signedIn();
  if (!may(caller, 'manageTokens')) {
    return (
      <ListFrame>
        <EmptyState icon={<Lock />} title="API tokens are for admins">
          A token can do what an admin can, so only admins see them.
        </EmptyState>
      </ListFrame>
    );
  }
  const tokens = await readTokens({ desk, caller });
  return (
    <>
      <PageHeader title="API tokens" action={tokens.length > 0 && <CreateTokenButton />}>
        Programs call the API with a token: a website that brings messages, a CRM that keeps
        attributes, a report that reads.
      </PageHeader>
      <TokenList tokens={tokens} />
    </>
  );
}
