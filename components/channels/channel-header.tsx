import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { PageHeader } from '@/components/shell/page-header';
import type { Channel, ChannelKind } from '@/lib/desk/facts';

const ABOUT: Record<ChannelKind, string> = {
  api: 'A program posts what customers write, with an API token of scope ingest.',
  messenger: 'Customers write from your website.',
  webhook: 'Another service calls, signed, when somebody writes or something is known of them.',
};

/** The head of a channel's page, with the way back to all of them. */
export function ChannelHeader({ channel }: { channel: Channel }) {
  return (
    <>
      <Link
        href="/settings/channels"
        className="mb-2 inline-flex items-center gap-1 text-ink-muted text-sm hover:text-ink"
      >
        <ChevronLeft aria-hidden className="size-4" />
        Channels
      </Link>
      <PageHeader
        title={
          <span dir="auto" className="wrap-anywhere">
            {channel.label}
          </span>
        }
      >
        {ABOUT[channel.kind]}
      </PageHeader>
    </>
  );
}
