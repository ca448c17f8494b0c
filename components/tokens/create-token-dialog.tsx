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
import { Select } from '@/components/ui/select';
import { DialogForm } from '@/components/workspace/dialog-form';
import { ShownOnce } from '@/components/workspace/shown-once';
import { refusedAt, refusedElsewhere, useWrite } from '@/components/workspace/use-write';
import { MAX_NAME_LENGTH } from '@/lib/desk/checks';
import type { TokenScope } from '@/lib/desk/facts';
import type { TokenWire } from '@/lib/desk/wire';
import { SCOPE_OPTIONS, scopeOption } from './scope-words';

type Created = { token: TokenWire; secret: string };

/** Makes an API token and shows its secret, once. */
export function CreateTokenDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [created, setCreated] = useState<Created | null>(null);
  const router = useRouter();

  // The list is read again only when the secret is put away: a first token replaces the empty
  // state, and the dialog would vanish with it.
  const close = () => {
    onClose();
    if (created) router.refresh();
    setCreated(null);
  };

  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()}>
      <DialogContent>
        <DialogTitle>{created ? `Token “${created.token.name}”` : 'New API token'}</DialogTitle>
        <DialogDescription>
          {created
            ? 'Copy the secret now and keep it somewhere safe.'
            : 'For a program that calls the API. Give it no more than it needs.'}
        </DialogDescription>
        {created ? (
          <>
            <div className="mt-4 space-y-3">
              <ShownOnce label="Secret" text={created.secret}>
                Send it as{' '}
                <code className="font-mono text-xs">Authorization: Bearer &lt;secret&gt;</code>.
              </ShownOnce>
              <Notice tone="warn">
                Only a fingerprint of it is kept: nobody, you included, can see it again.
              </Notice>
            </div>
            <DialogFooter>
              <Button type="button" variant="solid" onClick={close}>
                I have copied it
              </Button>
            </DialogFooter>
          </>
        ) : (
          <TokenForm onCreated={setCreated} onCancel={close} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function TokenForm({
  onCreated,
  onCancel,
}: {
  onCreated: (created: Created) => void;
  onCancel: () => void;
}) {
  const [name, setName] = useState('');
  const [scope, setScope] = useState<TokenScope>('ingest');
  const { busy, refusal, run } = useWrite();
  const id = useId();
  const elsewhere = refusedElsewhere(refusal, ['name', 'scope']);

  const create = () => {
    run(() => callApi<Created>('POST', '/tokens', { name: name.trim(), scope }), onCreated);
  };

  return (
    <DialogForm
      refusal={elsewhere}
      submitLabel="Create token"
      busy={busy}
      disabled={!name.trim()}
      onSubmit={create}
      onCancel={onCancel}
    >
      <Field
        label="Name"
        htmlFor={`${id}-name`}
        hint="What will use it, so that you know it again."
        error={refusedAt(refusal, 'name')}
      >
        <Input
          id={`${id}-name`}
          dir="auto"
          required
          maxLength={MAX_NAME_LENGTH}
          autoComplete="off"
          placeholder="Website widget"
          value={name}
          invalid={refusal?.field === 'name'}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field
        label="Scope"
        htmlFor={`${id}-scope`}
        hint={scopeOption(scope)?.hint}
        error={refusedAt(refusal, 'scope')}
      >
        <Select
          id={`${id}-scope`}
          label="Scope"
          value={scope}
          onValueChange={setScope}
          options={SCOPE_OPTIONS}
        />
      </Field>
    </DialogForm>
  );
}
