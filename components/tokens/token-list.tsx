'use client';

import { KeyRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { callApi, failureMessage } from '@/components/live/call-api';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { toast } from '@/components/ui/toast';
import { ListFrame, ListHead, Mark } from '@/components/workspace/list-frame';
import type { TokenWire } from '@/lib/desk/wire';
import { CreateTokenButton } from './create-token-button';
import { scopeOption } from './scope-words';

const COLUMNS = 'md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_120px_80px]';

/** The API tokens that work now; each can be revoked. */
export function TokenList({ tokens }: { tokens: TokenWire[] }) {
  if (tokens.length === 0) {
    return (
      <ListFrame>
        <EmptyState
          icon={<KeyRound aria-hidden className="size-5" />}
          title="No tokens yet"
          action={<CreateTokenButton />}
        >
          A program needs one to call the API: a website widget, a CRM, a report.
        </EmptyState>
      </ListFrame>
    );
  }
  return (
    <ListFrame>
      <ListHead columns={COLUMNS}>
        <span>Name</span>
        <span>Scope</span>
        <span>Created</span>
      </ListHead>
      <ul aria-label="API tokens">
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </ul>
    </ListFrame>
  );
}

function TokenRow({ token }: { token: TokenWire }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [revoking, startRevoking] = useTransition();
  const scope = scopeOption(token.scope);

  const revoke = () =>
    startRevoking(async () => {
      try {
        await callApi('DELETE', `/tokens/${token.id}`);
        setAsking(false);
        toast.success(`Token “${token.name}” is revoked`);
        router.refresh();
      } catch (error) {
        setAsking(false);
        toast.error(failureMessage(error));
      }
    });

  return (
    <li
      className={cn(
        'flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-4 py-2.5 text-sm last:border-b-0 md:grid',
        COLUMNS,
      )}
    >
      <span dir="auto" className="min-w-0 basis-full truncate font-medium text-ink">
        {token.name}
      </span>
      <span className="flex min-w-0 basis-full items-center gap-2 text-ink-muted">
        <Mark>{scope?.label ?? token.scope}</Mark>
        <span className="truncate text-xs">{scope?.hint}</span>
      </span>
      <span className="text-ink-muted text-xs tabular-nums">
        <RelativeTime at={token.createdAt} />
      </span>
      <span className="ml-auto md:justify-self-end">
        <Button
          variant="ghost"
          size="sm"
          aria-label={`Revoke ${token.name}`}
          onClick={() => setAsking(true)}
        >
          Revoke
        </Button>
      </span>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Revoke “${token.name}”?`}
        confirmLabel="Revoke token"
        danger
        busy={revoking}
        onConfirm={revoke}
      >
        Whatever uses it is refused from that moment, and its live connections are closed. This
        cannot be undone.
      </ConfirmDialog>
    </li>
  );
}
