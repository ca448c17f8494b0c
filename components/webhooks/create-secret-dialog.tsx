'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { DialogForm } from '@/components/workspace/dialog-form';
import { ShownOnce } from '@/components/workspace/shown-once';
import { refusedAt, refusedElsewhere, useWrite } from '@/components/workspace/use-write';

/** Makes a signing secret and shows it, once. */
export function CreateSecretDialog({
  open,
  path,
  onClose,
}: {
  open: boolean;
  path: string;
  onClose: () => void;
}) {
  const router = useRouter();
  const [made, setMade] = useState<string | null>(null);
  const close = () => {
    onClose();
    if (made !== null) router.refresh();
    setMade(null);
  };
  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()}>
      <DialogContent>
        <DialogTitle>{made === null ? 'New signing secret' : 'Signing secret'}</DialogTitle>
        <DialogDescription>
          {made === null
            ? 'Both sides know it, nobody else does.'
            : 'Copy it now, and give it to the other side.'}
        </DialogDescription>
        {made === null ? (
          <SecretForm path={path} onMade={setMade} onCancel={close} />
        ) : (
          <>
            <div className="mt-4 space-y-3">
              <ShownOnce label="Secret" text={made}>
                As Standard Webhooks writes it, with whsec_ before it.
              </ShownOnce>
              <Notice tone="warn">
                It is kept sealed: nobody, you included, can see it again.
              </Notice>
            </div>
            <DialogFooter>
              <Button type="button" variant="solid" onClick={close}>
                I have copied it
              </Button>
            </DialogFooter>
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}

function SecretForm({
  path,
  onMade,
  onCancel,
}: {
  path: string;
  onMade: (secret: string) => void;
  onCancel: () => void;
}) {
  const [theirs, setTheirs] = useState('');
  const { busy, refusal, run } = useWrite();
  const id = useId();
  const create = () => {
    const body = theirs.trim() === '' ? {} : { secret: theirs.trim() };
    run(
      () => callApi<{ secret: string }>('POST', path, body),
      ({ secret }) => onMade(secret),
    );
  };
  return (
    <DialogForm
      refusal={refusedElsewhere(refusal, ['secret'])}
      submitLabel="Create secret"
      busy={busy}
      disabled={false}
      onSubmit={create}
      onCancel={onCancel}
    >
      <Field
        label="The other side’s secret, if it has one"
        htmlFor={id}
        hint="Left empty, a new one is made here."
        error={refusedAt(refusal, 'secret')}
      >
        <Input
          id={id}
          className="font-mono"
          spellCheck={false}
          autoComplete="off"
          placeholder="whsec_…"
          value={theirs}
          onChange={(event) => setTheirs(event.target.value)}
        />
      </Field>
    </DialogForm>
  );
}
