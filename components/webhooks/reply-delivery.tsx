'use client';

import Link from 'next/link';
import { BreakableText } from '@/components/contact/breakable-text';
import { SettingsSection } from '@/components/workspace/settings-section';
import type { Channel } from '@/lib/desk/facts';
import type { EndpointWire } from '@/lib/desk/wire-webhooks';
import { CreateEndpointButton } from './create-endpoint-button';
import { EndpointState } from './endpoint-state';

/** Where a channel's replies go on to, and how that goes. */
export function ReplyDelivery({
  channel,
  endpoint,
}: {
  channel: Channel;
  endpoint: EndpointWire | null;
}) {
  return (
    <SettingsSection
      title="Replies"
      about="Each reply can be posted on to the other service, signed, at least once and in order."
      action={!endpoint && <CreateEndpointButton channel={channel} />}
    >
      {endpoint ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <div className="min-w-0">
            <Link
              href={`/settings/webhooks/${endpoint.id}`}
              className="font-medium text-ink text-sm hover:underline"
            >
              {endpoint.name}
            </Link>
            <p className="mt-0.5 wrap-anywhere font-mono text-ink-muted text-xs">
              <BreakableText text={endpoint.url} />
            </p>
          </div>
          <EndpointState endpoint={endpoint} />
        </div>
      ) : (
        <p className="text-ink-muted text-sm">
          Replies are kept here and go nowhere: say where they are to be delivered, or read them
          from the journal.
        </p>
      )}
    </SettingsSection>
  );
}
