import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { signedIn } from '@/app/signed-in';
import { ApiChannel } from '@/components/channels/api-channel';
import { ChannelHeader } from '@/components/channels/channel-header';
import { MessengerChannel } from '@/components/messenger-settings/messenger-channel';
import { WebhookChannel } from '@/components/webhooks/webhook-channel';
import { ReadOnlyNote } from '@/components/workspace/read-only-note';
import { secretOwnerOf } from '@/lib/desk/facts';
import { readMessenger, readSigningSecrets } from '@/lib/desk/reads/channels';
import { readReplyEndpoint } from '@/lib/desk/reads/endpoints';
import { readWebhookChannel } from '@/lib/desk/reads/webhook-channel';

export const metadata: Metadata = { title: 'Channel' };

export default async function ChannelPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const { desk, caller } = await signedIn();
  const channel = desk.memory.channels.get(key);
  if (!channel) notFound();
  return (
    <>
      <ChannelHeader channel={channel} />
      <ReadOnlyNote what="channels" />
      {channel.kind === 'api' && <ApiChannel channel={channel} />}
      {channel.kind === 'messenger' && (
        <MessengerChannel
          channel={channel}
          messenger={await readMessenger({ desk, caller }, key)}
          secrets={await readSigningSecrets({ desk, caller }, secretOwnerOf(key))}
        />
      )}
      {channel.kind === 'webhook' && (
        <WebhookChannel
          channel={channel}
          settings={await readWebhookChannel({ desk, caller }, key)}
          secrets={await readSigningSecrets({ desk, caller }, secretOwnerOf(key))}
          replies={await readReplyEndpoint({ desk, caller }, key)}
        />
      )}
    </>
  );
}
