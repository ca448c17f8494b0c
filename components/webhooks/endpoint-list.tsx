'use client';

import { ChevronRight, Webhook } from 'lucide-react';
import Link from 'next/link';
import { BreakableText } from '@/components/contact/breakable-text';
import { useCatalogue } from '@/components/live/catalogue';
import { EmptyState } from '@/components/ui/empty-state';
import { counted } from '@/components/workspace/counted';
import { ListFrame, Mark } from '@/components/workspace/list-frame';
import type { EndpointWire } from '@/lib/desk/wire-webhooks';
import { CreateEndpointButton } from './create-endpoint-button';
import { EndpointState } from './endpoint-state';

/** Whom the desk calls, and how that goes. */
export function EndpointList({ endpoints }: { endpoints: EndpointWire[] }) {
  if (endpoints.length === 0) {
    return (
      <ListFrame>
        <EmptyState
          icon={<Webhook aria-hidden />}
          title="No webhooks yet"
          action={<CreateEndpointButton />}
        >
          A data warehouse, a chat room, an automation: each can be told the moment something
          happens here.
        </EmptyState>
      </ListFrame>
    );
  }
  return (
    <ListFrame>
      <ul aria-label="Webhooks">
        {endpoints.map((endpoint) => (
          <EndpointRow key={endpoint.id} endpoint={endpoint} />
        ))}
      </ul>
    </ListFrame>
  );
}

function EndpointRow({ endpoint }: { endpoint: EndpointWire }) {
  const { channels } = useCatalogue();
  const { id, name, url, channel, events } = endpoint;
  const label = channels.find(({ key }) => key === channel)?.label ?? channel;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-4 py-3 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex min-w-0 items-center gap-2">
          <Link
            href={`/settings/webhooks/${id}`}
            className="inline-flex min-w-0 items-center gap-0.5 font-medium text-ink text-sm hover:underline"
          >
            <span dir="auto" className="truncate">
              {name}
            </span>
            <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
          </Link>
          <span className="flex min-w-0 shrink-0">
            <Mark>
              <span dir="auto" className="max-w-40 truncate">
                {label === null ? counted(events.length, 'event') : `Replies of ${label}`}
              </span>
            </Mark>
          </span>
        </p>
        <p className="mt-0.5 wrap-anywhere font-mono text-ink-muted text-xs">
          <BreakableText text={url} />
        </p>
      </div>
      <EndpointState endpoint={endpoint} />
    </li>
  );
}
