'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { callApi, failureMessage } from '@/components/live/call-api';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { late, useLate } from '@/components/ui/late';
import { RelativeTime } from '@/components/ui/relative-time';
import { toast } from '@/components/ui/toast';
import { useMayShape } from '@/components/workspace/read-only-note';
import { SettingsSection } from '@/components/workspace/settings-section';
import { MAX_SIGNING_SECRETS } from '@/lib/desk/facts';
import type { SigningSecretWire } from '@/lib/desk/wire-webhooks';

const lateDialog = late(() => import('./create-secret-dialog'));

/** The live signing secrets of a channel or an endpoint; `path` is where they are in the API. */
export function SigningSecrets({
  path,
  secrets,
  about,
  empty,
  retiring,
}: {
  path: string;
  secrets: SigningSecretWire[];
  about: string;
  empty: string;
  /** What retiring one does. */
  retiring: string;
}) {
  const [creating, setCreating] = useState(false);
  const dialog = useLate(lateDialog, creating);
  const mayShape = useMayShape();
  const isFull = secrets.length >= MAX_SIGNING_SECRETS;
  return (
    <SettingsSection
      title="Signing secrets"
      about={about}
      action={
        mayShape && (
          <Button
            disabled={isFull}
            title={isFull ? 'Two are live already. Retire one first.' : undefined}
            onClick={() => setCreating(true)}
          >
            New secret
          </Button>
        )
      }
    >
      {secrets.length === 0 && <p className="text-ink-muted text-sm">No secret yet. {empty}</p>}
      <ul aria-label="Signing secrets" className="space-y-2">
        {secrets.map((secret) => (
          <SecretRow key={secret.id} secret={secret} path={path} retiring={retiring} />
        ))}
      </ul>
      {dialog && (
        <dialog.CreateSecretDialog open={creating} path={path} onClose={() => setCreating(false)} />
      )}
    </SettingsSection>
  );
}

function SecretRow({
  secret,
  path,
  retiring,
}: {
  secret: SigningSecretWire;
  path: string;
  retiring: string;
}) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [busy, startRetiring] = useTransition();
  const mayShape = useMayShape();
  // The last digits of its id tell two apart; of the secret itself nothing is shown.
  const mark = secret.id.slice(-6);

  const retire = () =>
    startRetiring(async () => {
      try {
        await callApi('DELETE', `${path}/${secret.id}`);
        toast.success(`Secret …${mark} is retired`);
        router.refresh();
      } catch (error) {
        toast.error(failureMessage(error));
      }
      setAsking(false);
    });

  return (
    <li className="flex items-center gap-3 text-sm">
      <code className="font-mono text-ink text-xs">whsec_••••••••</code>
      <span className="min-w-0 flex-1 text-ink-muted text-xs">
        {mark}, made <RelativeTime at={secret.createdAt} />
      </span>
      {mayShape && (
        <Button
          variant="ghost"
          size="sm"
          aria-label={`Retire secret ${mark}`}
          onClick={() => setAsking(true)}
        >
          Retire
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Retire secret ${mark}?`}
        confirmLabel="Retire secret"
        danger
        busy={busy}
        onConfirm={retire}
      >
        {retiring}
      </ConfirmDialog>
    </li>
  );
}
