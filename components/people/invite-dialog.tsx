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
import { Select } from '@/components/ui/select';
import { DialogForm } from '@/components/workspace/dialog-form';
import { ShownOnce } from '@/components/workspace/shown-once';
import { refusedAt, refusedElsewhere, useWrite } from '@/components/workspace/use-write';
import { MAX_NAME_LENGTH } from '@/lib/desk/checks';
import type { Role } from '@/lib/desk/facts';
import type { PersonWire } from '@/lib/desk/wire';
import { ROLE_OPTIONS } from './role-words';

type Invited = { person: PersonWire; invitationUrl: string };

/** Adds a person and shows the one-time link with which they choose a password. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [invited, setInvited] = useState<Invited | null>(null);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>
          {invited ? `${invited.person.name} is invited` : 'Invite a person'}
        </DialogTitle>
        <DialogDescription>
          {invited
            ? 'Frontrow sends no mail. Send them this link yourself, over a channel you trust.'
            : 'They get a link with which they choose their own password.'}
        </DialogDescription>
        {invited ? (
          <>
            <div className="mt-4">
              <ShownOnce label="Link" text={invited.invitationUrl}>
                It works once, within 7 days, and is not shown again. You can make a new one at any
                time.
              </ShownOnce>
            </div>
            <DialogFooter>
              <Button type="button" variant="solid" onClick={onClose}>
                Done
              </Button>
            </DialogFooter>
          </>
        ) : (
          <InviteForm onInvited={setInvited} onCancel={onClose} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function InviteForm({
  onInvited,
  onCancel,
}: {
  onInvited: (invited: Invited) => void;
  onCancel: () => void;
}) {
  const router = useRouter();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const { busy, refusal, run } = useWrite();
  const id = useId();

  const invite = () => {
    run(
      () => callApi<Invited>('POST', '/people', { name: name.trim(), email: email.trim(), role }),
      (answer) => {
        onInvited(answer);
        router.refresh();
      },
    );
  };
  const elsewhere = refusedElsewhere(refusal, ['name', 'email', 'role']);

  return (
    <DialogForm
      refusal={elsewhere}
      submitLabel="Invite"
      busy={busy}
      disabled={!name.trim() || !email.trim()}
      onSubmit={invite}
      onCancel={onCancel}
    >
      <Field label="Name" htmlFor={`${id}-name`} error={refusedAt(refusal, 'name')}>
        <Input
          id={`${id}-name`}
          dir="auto"
          required
          maxLength={MAX_NAME_LENGTH}
          autoComplete="off"
          value={name}
          invalid={refusal?.field === 'name'}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label="E-mail" htmlFor={`${id}-email`} error={refusedAt(refusal, 'email')}>
        <Input
          id={`${id}-email`}
          type="email"
          required
          autoComplete="off"
          value={email}
          invalid={refusal?.field === 'email'}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field
        label="Role"
        htmlFor={`${id}-role`}
        hint={ROLE_OPTIONS.find((option) => option.value === role)?.hint}
        error={refusedAt(refusal, 'role')}
      >
        <Select
          id={`${id}-role`}
          label="Role"
          value={role}
          onValueChange={setRole}
          options={ROLE_OPTIONS}
        />
      </Field>
    </DialogForm>
  );
}
