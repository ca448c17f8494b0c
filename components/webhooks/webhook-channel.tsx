'use client';

import { ChannelAddress, useChannelAddress } from '@/components/channels/channel-address';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';
import { SettingsSection } from '@/components/workspace/settings-section';
import type { Channel } from '@/lib/desk/facts';
import type { EndpointWire, SigningSecretWire, WebhookChannelWire } from '@/lib/desk/wire-webhooks';
import { MappingEditor } from './mapping-editor';
import { ReplyDelivery } from './reply-delivery';
import { SigningSecrets } from './signing-secrets';

/** A channel that another service calls: where, signed by what, and how its calls are read. */
export function WebhookChannel({
  channel,
  settings,
  secrets,
  replies,
}: {
  channel: Channel;
  settings: WebhookChannelWire;
  secrets: SigningSecretWire[];
  /** Where its replies go on to. */
  replies: EndpointWire | null;
}) {
  const address = useChannelAddress(channel);
  return (
    <>
      {!(settings.mapping && secrets.length > 0) && (
        <Notice tone="warn" className="mb-6">
          Nothing can arrive yet:{' '}
          {secrets.length === 0
            ? 'make a secret for the sender to sign with'
            : 'say where in its calls the facts are'}
          .
        </Notice>
      )}
      <SettingsSection
        title="Address"
        about="Where the other service calls, with the headers of Standard Webhooks. No token is needed: the signature says who it is."
      >
        <div className="flex flex-wrap items-center justify-between gap-3">
          <ChannelAddress address={address} />
          <CopyButton text={address} label="Copy address" />
        </div>
      </SettingsSection>
      <SigningSecrets
        path={`/channels/${channel.key}/secrets`}
        secrets={secrets}
        about="A call must be signed with one of these. With two live, the sender can change from one to the other and nothing is missed."
        empty="Until there is one, every call is refused."
        retiring="What it has signed is refused from that moment. This cannot be undone."
      />
      <MappingEditor
        key={settings.revision}
        channel={channel}
        mapping={settings.mapping}
        revision={settings.revision}
      />
      <ReplyDelivery channel={channel} endpoint={replies} />
    </>
  );
}
