'use client';

import { CopyButton } from '@/components/ui/copy-button';
import { SettingsSection } from '@/components/workspace/settings-section';
import type { Channel } from '@/lib/desk/facts';
import { ChannelAddress, useChannelAddress } from './channel-address';

/** A channel whose messages a program posts. */
export function ApiChannel({ channel }: { channel: Channel }) {
  const address = useChannelAddress(channel);
  return (
    <SettingsSection
      title="Address"
      about="Post each message here, once; the API’s description says how."
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ChannelAddress address={address} />
        <CopyButton text={address} label="Copy address" />
      </div>
    </SettingsSection>
  );
}
