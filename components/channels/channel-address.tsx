'use client';

import { useSyncExternalStore } from 'react';
import { BreakableText } from '@/components/contact/breakable-text';
import type { Channel } from '@/lib/desk/facts';

const never = () => () => undefined;

/** The address that a channel's messages are posted to. */
export function useChannelAddress({ key, kind }: Channel): string {
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => '',
  );
  return `${origin}/api/v1/channels/${key}/${kind === 'webhook' ? 'webhook' : 'messages'}`;
}

/** The same, to be read. */
export function ChannelAddress({ address }: { address: string }) {
  return (
    <p className="mt-0.5 wrap-anywhere font-mono text-ink-muted text-xs">
      <span className="font-medium text-ink">POST</span> <BreakableText text={address} />
    </p>
  );
}
