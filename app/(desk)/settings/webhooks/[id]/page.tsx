import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { signedIn } from '@/app/signed-in';
import { DeliveryLog } from '@/components/webhooks/delivery-log';
import { EndpointHeader } from '@/components/webhooks/endpoint-header';
import { SigningSecrets } from '@/components/webhooks/signing-secrets';
import { ReadOnlyNote } from '@/components/workspace/read-only-note';
import { readEndpoint, readEndpointSecrets } from '@/lib/desk/reads/endpoints';

export const metadata: Metadata = { title: 'Webhook' };

export default async function WebhookPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { desk, caller } = await signedIn();
  if (!(await desk.store.webhooks.endpoint(id))) notFound();
  return (
    <>
      <EndpointHeader endpoint={await readEndpoint({ desk, caller }, id)} />
      <ReadOnlyNote what="webhooks" />
      <SigningSecrets
        path={`/webhooks/${id}/secrets`}
        secrets={await readEndpointSecrets({ desk, caller }, id)}
        about="Every call is signed with each of these. With two live, the other side can change from one to the other and misses nothing."
        empty="Until there is one, nothing can be delivered."
        retiring="Calls are not signed with it any more from that moment. This cannot be undone."
      />
      <DeliveryLog endpointId={id} />
    </>
  );
}
