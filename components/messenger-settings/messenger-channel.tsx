'use client';

import { Notice } from '@/components/ui/notice';
import { SigningSecrets } from '@/components/webhooks/signing-secrets';
import type { Channel } from '@/lib/desk/facts';
import type { MessengerRow } from '@/lib/desk/store';
import type { SigningSecretWire } from '@/lib/desk/wire-webhooks';
import { InstallSection } from './install-section';
import { MessengerForm } from './messenger-form';

/** A website messenger: where it stands, how it looks, what it asks, and how a site embeds it. */
export function MessengerChannel({
  channel,
  messenger,
  secrets,
}: {
  channel: Channel;
  messenger: MessengerRow;
  secrets: SigningSecretWire[];
}) {
  return (
    <>
      {messenger.origins.length === 0 && (
        <Notice tone="warn" className="mb-6">
          No site may show it yet: name yours under Sites.
        </Notice>
      )}
      <MessengerForm key={messenger.revision} messenger={messenger} />
      <InstallSection channel={channel} />
      <SigningSecrets
        path={`/channels/${channel.key}/secrets`}
        secrets={secrets}
        about="Your server signs with one of these who is signed in on your site, so that their history follows them and nobody can pretend to be them. With two live, you can change from one to the other."
        empty="Until there is one, every visitor is anonymous."
        retiring="Tokens it has signed are refused from that moment. This cannot be undone."
      />
    </>
  );
}
