'use client';

import { useSyncExternalStore } from 'react';
import { BreakableText } from '@/components/contact/breakable-text';
import { useCatalogue } from '@/components/live/catalogue';
import { CopyButton } from '@/components/ui/copy-button';
import { ListFrame } from '@/components/workspace/list-frame';

const never = () => () => undefined;

/** Where conversations come in, each with the address that its messages are posted to. */
export function ChannelList() {
  const { channels } = useCatalogue();
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => '',
  );
  return (
    <ListFrame>
      <ul aria-label="Channels">
        {channels.map((channel) => {
          const path = `/api/v1/channels/${channel.key}/messages`;
          return (
            <li
              key={channel.key}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-3 last:border-b-0"
            >
              <div className="min-w-0 flex-1 basis-64">
                <p className="flex min-w-0 items-baseline gap-2">
                  <span dir="auto" className="truncate font-medium text-ink text-sm">
                    {channel.label}
                  </span>
                  <code className="shrink-0 font-mono text-ink-muted text-xs">{channel.key}</code>
                </p>
                <p className="mt-0.5 wrap-anywhere font-mono text-ink-muted text-xs">
                  <span className="font-medium text-ink">POST</span>{' '}
                  <BreakableText text={`${origin}${path}`} />
                </p>
              </div>
              <CopyButton text={`${origin}${path}`} label="Copy address" />
            </li>
          );
        })}
      </ul>
    </ListFrame>
  );
}
