import type { Metadata } from 'next';
import { signedIn } from '@/app/signed-in';
import { PageHeader } from '@/components/shell/page-header';
import { CreateEndpointButton } from '@/components/webhooks/create-endpoint-button';
import { EndpointList } from '@/components/webhooks/endpoint-list';
import { ReadOnlyNote } from '@/components/workspace/read-only-note';
import { readEndpoints } from '@/lib/desk/reads/endpoints';

export const metadata: Metadata = { title: 'Webhooks' };

export default async function WebhooksPage() {
  const { desk, caller } = await signedIn();
  const endpoints = await readEndpoints({ desk, caller });
  return (
    <>
      <PageHeader title="Webhooks" action={endpoints.length > 0 && <CreateEndpointButton />}>
        Other services are called, signed, when something happens here: a conversation opens,
        somebody enters a segment, a priority changes.
      </PageHeader>
      <ReadOnlyNote what="webhooks" />
      <EndpointList endpoints={endpoints} />
    </>
  );
}
