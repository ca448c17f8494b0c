'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useCatalogue } from '@/components/live/catalogue';
import { CopyButton } from '@/components/ui/copy-button';
import { ListFrame, Mark } from '@/components/workspace/list-frame';
import type { Channel } from '@/lib/desk/facts';
import { ChannelAddress, useChannelAddress } from './channel-address';
import { CHANNEL_KIND_LABELS } from './channel-kind-words';

/** Where conversations come in, each with the address that its messages are posted to. */
export function ChannelList() {
  const { channels } = useCatalogue();
  return (
    <ListFrame>
      <ul aria-label="Channels">
        {channels.map((channel) => (
          <ChannelRow key={channel.key} channel={channel} />
        ))}
      </ul>
    </ListFrame>
  );
}

function ChannelRow({ channel }: { channel: Channel }) {
  const address = useChannelAddress(channel);
  const isPosted = channel.kind !== 'messenger';
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex min-w-0 items-center gap-2">
          <Link
            href={`/settings/channels/${channel.key}`}
            className="inline-flex min-w-0 items-center gap-0.5 font-medium text-ink text-sm hover:underline"
          >
            <span dir="auto" className="truncate">
              {channel.label}
            </span>
            <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
          </Link>
          <Mark>{CHANNEL_KIND_LABELS[channel.kind]}</Mark>
          <code className="shrink-0 font-mono text-ink-muted text-xs">{channel.key}</code>
        </p>
        {isPosted ? (
          <ChannelAddress address={address} />
        ) : (
          <p className="mt-0.5 text-ink-muted text-xs">In the pages of your website</p>
        )}
      </div>
      {isPosted && <CopyButton text={address} label="Copy address" />}
    </li>
  );
}
