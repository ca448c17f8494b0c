'use client';

import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { BreakableText } from '@/components/contact/breakable-text';
import { callApi, failureMessage } from '@/components/live/call-api';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { late, useLate } from '@/components/ui/late';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { counted } from '@/components/workspace/counted';
import { Mark } from '@/components/workspace/list-frame';
import { useMayShape } from '@/components/workspace/read-only-note';
import type { EndpointWire } from '@/lib/desk/wire-webhooks';

const lateDialog = late(() => import('./endpoint-dialog'));

/** The head of an endpoint's page: where it is, on or off, and what can be done with it. */
export function EndpointHeader({ endpoint }: { endpoint: EndpointWire }) {
  const { id, name, url, enabled, counts, events, channel } = endpoint;
  const router = useRouter();
  const mayShape = useMayShape();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const [busy, start] = useTransition();
  const dialog = useLate(lateDialog, editing);

  const act = (method: 'PATCH' | 'DELETE', body: object | undefined, done: () => void) =>
    start(async () => {
      try {
        await callApi(method, `/webhooks/${id}`, body);
        done();
      } catch (error) {
        toast.error(failureMessage(error));
      }
      setAsking(false);
    });
  const toggle = () => act('PATCH', { enabled: !enabled }, () => router.refresh());
  const remove = () =>
    act('DELETE', undefined, () => {
      toast.success(`“${name}” is deleted`);
      router.push('/settings/webhooks');
      router.refresh();
    });

  return (
    <>
      <Link
        href="/settings/webhooks"
        className="mb-2 inline-flex items-center gap-1 text-ink-muted text-sm hover:text-ink"
      >
        <ChevronLeft aria-hidden className="size-4" />
        Webhooks
      </Link>
      <PageHeader
        title={
          <span dir="auto" className="wrap-anywhere">
            {name}
          </span>
        }
        action={
          mayShape && (
            <>
              <Switch
                checked={enabled}
                onCheckedChange={toggle}
                disabled={busy}
                label={`Call ${name}`}
                className="mr-1"
              />
              <Button onClick={() => setEditing(true)}>Change</Button>
              <Button variant="ghost" onClick={() => setAsking(true)}>
                Delete
              </Button>
            </>
          )
        }
      >
        <span className="wrap-anywhere font-mono text-xs">
          <BreakableText text={url} />
        </span>
        {!enabled && <span className="block">Switched off: it is not called.</span>}
        <span className="mt-2 flex flex-wrap gap-1.5">
          {(channel === null ? events : [`Replies of ${channel}`]).map((event) => (
            <Mark key={event}>{event}</Mark>
          ))}
        </span>
      </PageHeader>
      {editing && dialog && (
        <dialog.EndpointDialog endpoint={endpoint} onClose={() => setEditing(false)} />
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Delete “${name}”?`}
        confirmLabel="Delete webhook"
        danger
        busy={busy}
        onConfirm={remove}
      >
        It is called no more, and its log is forgotten
        {counts.due > 0 && `, with ${counted(counts.due, 'call')} that wait`}. This cannot be
        undone.
      </ConfirmDialog>
    </>
  );
}
