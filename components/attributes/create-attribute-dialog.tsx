'use client';

import { useId, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { refreshCatalogue, useCatalogue } from '@/components/live/catalogue';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { FORMAT_OPTIONS, MANAGER_OPTIONS } from '@/components/workspace/attribute-words';
import { DialogForm } from '@/components/workspace/dialog-form';
import { refusedAt, refusedElsewhere, useWrite } from '@/components/workspace/use-write';
import { type Format, MAX_LABEL_LENGTH, type Manager } from '@/lib/attributes/attribute';
import { keyProblem, proposeKey } from './propose-key';

/** Adds an attribute. */
export function CreateAttributeDialog({ onClose }: { onClose: () => void }) {
  const { attributes } = useCatalogue();
  const [label, setLabel] = useState('');
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const [format, setFormat] = useState<Format>('text');
  const [manager, setManager] = useState<Manager>('agent');
  const [touched, setTouched] = useState(false);
  const { busy, refusal, run } = useWrite();
  const id = useId();

  const taken = new Set(attributes.map((attribute) => attribute.key));
  const key = ownKey ?? proposeKey(label, taken);
  const problem = keyProblem(key, taken);
  const keyError = refusedAt(refusal, 'key') ?? (touched ? problem : undefined);
  const elsewhere = refusedElsewhere(refusal, ['key', 'label', 'format', 'manager']);

  const create = () => {
    setTouched(true);
    if (problem) {
      document.getElementById(`${id}-key`)?.focus();
      return;
    }
    run(
      () => callApi('POST', '/attributes', { key, label: label.trim(), format, manager }),
      async () => {
        await refreshCatalogue();
        toast.success(`${label.trim()} is added`);
        onClose();
      },
    );
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>New contact attribute</DialogTitle>
        <DialogDescription>A kind of fact that segments can be made of.</DialogDescription>
        <DialogForm
          refusal={elsewhere}
          submitLabel="Add attribute"
          busy={busy}
          disabled={!label.trim()}
          onSubmit={create}
          onCancel={onClose}
        >
          <Field label="Label" htmlFor={`${id}-label`} error={refusedAt(refusal, 'label')}>
            <Input
              id={`${id}-label`}
              dir="auto"
              maxLength={MAX_LABEL_LENGTH}
              autoComplete="off"
              placeholder="Lifetime value"
              value={label}
              invalid={refusal?.field === 'label'}
              onChange={(event) => setLabel(event.target.value)}
            />
          </Field>
          <Field
            label="Key"
            htmlFor={`${id}-key`}
            hint="What programs and the CRM call it."
            error={keyError}
          >
            <Input
              id={`${id}-key`}
              className="font-mono"
              spellCheck={false}
              autoCapitalize="none"
              autoComplete="off"
              value={key}
              invalid={keyError !== undefined}
              onChange={(event) => setOwnKey(event.target.value)}
              onBlur={() => label && setTouched(true)}
            />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label="Format"
              htmlFor={`${id}-format`}
              hint={FORMAT_OPTIONS.find((option) => option.value === format)?.hint}
              error={refusedAt(refusal, 'format')}
            >
              <Select
                id={`${id}-format`}
                label="Format"
                value={format}
                onValueChange={setFormat}
                options={FORMAT_OPTIONS}
              />
            </Field>
            <Field
              label="Filled"
              htmlFor={`${id}-manager`}
              hint={MANAGER_OPTIONS.find((option) => option.value === manager)?.hint}
              error={refusedAt(refusal, 'manager')}
            >
              <Select
                id={`${id}-manager`}
                label="Filled"
                value={manager}
                onValueChange={setManager}
                options={MANAGER_OPTIONS}
              />
            </Field>
          </div>
          <p className="text-ink-muted text-sm">
            Key, format and who fills it never change; the label can.
          </p>
        </DialogForm>
      </DialogContent>
    </Dialog>
  );
}
