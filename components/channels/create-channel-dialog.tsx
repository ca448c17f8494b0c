'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { proposeKey } from '@/components/attributes/propose-key';
import { callApi } from '@/components/live/call-api';
import { refreshCatalogue, useCatalogue } from '@/components/live/catalogue';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { DialogForm } from '@/components/workspace/dialog-form';
import { refusedAt, refusedElsewhere, useWrite } from '@/components/workspace/use-write';
import { MAX_NAME_LENGTH } from '@/lib/desk/checks';
import type { ChannelKind } from '@/lib/desk/facts';
import { CHANNEL_KIND_OPTIONS } from './channel-kind-words';

/** Adds a channel. */
export function CreateChannelDialog({ onClose }: { onClose: () => void }) {
  const { channels } = useCatalogue();
  const router = useRouter();
  const [kind, setKind] = useState<ChannelKind>('messenger');
  const [label, setLabel] = useState('');
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const [submitted, setSubmitted] = useState(false);
  const { busy, refusal, run } = useWrite();
  const id = useId();

  const taken = new Set(channels.map((channel) => channel.key));
  const key = ownKey ?? proposeKey(label, taken);
  const problem = taken.has(key)
    ? 'Another channel has this key.'
    : key === ''
      ? 'Give it a key.'
      : undefined;
  const keyError = refusedAt(refusal, 'key') ?? (submitted ? problem : undefined);
  const elsewhere = refusedElsewhere(refusal, ['key', 'label']);

  const create = () => {
    setSubmitted(true);
    if (problem) {
      document.getElementById(`${id}-key`)?.focus();
      return;
    }
    run(
      () => callApi('POST', '/channels', { key, label: label.trim(), kind }),
      async () => {
        await refreshCatalogue();
        toast.success(`${label.trim()} is added`);
        onClose();
        if (kind !== 'api') router.push(`/settings/channels/${key}`);
      },
    );
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>New channel</DialogTitle>
        <DialogDescription>
          Its contacts are its own: the same id on two channels is two people.
        </DialogDescription>
        <DialogForm
          refusal={elsewhere}
          submitLabel="Add channel"
          busy={busy}
          disabled={!label.trim()}
          onSubmit={create}
          onCancel={onClose}
        >
          <Field
            label="Kind"
            htmlFor={`${id}-kind`}
            hint={CHANNEL_KIND_OPTIONS.find(({ value }) => value === kind)?.hint}
          >
            <Select
              id={`${id}-kind`}
              label="Kind"
              value={kind}
              onValueChange={setKind}
              options={CHANNEL_KIND_OPTIONS}
            />
          </Field>
          <Field label="Label" htmlFor={`${id}-label`} error={refusedAt(refusal, 'label')}>
            <Input
              id={`${id}-label`}
              dir="auto"
              maxLength={MAX_NAME_LENGTH}
              autoComplete="off"
              placeholder="Website"
              value={label}
              onChange={(event) => setLabel(event.target.value)}
            />
          </Field>
          <Field
            label="Key"
            htmlFor={`${id}-key`}
            hint="Part of the address that messages are posted to; it never changes."
            error={keyError}
          >
            <Input
              id={`${id}-key`}
              className="font-mono"
              spellCheck={false}
              autoCapitalize="none"
              autoComplete="off"
              value={key}
              onChange={(event) => setOwnKey(event.target.value)}
            />
          </Field>
        </DialogForm>
      </DialogContent>
    </Dialog>
  );
}
