'use client';

import { useId, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { refreshCatalogue } from '@/components/live/catalogue';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { DialogForm } from '@/components/workspace/dialog-form';
import { useWrite } from '@/components/workspace/use-write';
import { MAX_LABEL_LENGTH } from '@/lib/attributes/attribute';
import type { AttributeWire } from '@/lib/desk/wire';

/** Changes an attribute's label; its key stays. */
export function RenameAttributeDialog({
  attribute,
  onClose,
}: {
  attribute: AttributeWire;
  onClose: () => void;
}) {
  const [label, setLabel] = useState(attribute.label);
  const { busy, refusal, run } = useWrite();
  const id = useId();

  const rename = () => {
    if (label.trim() === attribute.label) {
      onClose();
      return;
    }
    run(
      () => callApi('PATCH', `/attributes/${attribute.key}`, { label: label.trim() }),
      async () => {
        await refreshCatalogue();
        onClose();
      },
    );
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>Rename {attribute.label}</DialogTitle>
        <DialogDescription>
          People see the new label at once. Programs go on using the key{' '}
          <code className="font-mono">{attribute.key}</code>.
        </DialogDescription>
        <DialogForm
          submitLabel="Rename"
          busy={busy}
          disabled={!label.trim()}
          onSubmit={rename}
          onCancel={onClose}
        >
          <Field label="Label" htmlFor={id} error={refusal?.message}>
            <Input
              id={id}
              dir="auto"
              required
              maxLength={MAX_LABEL_LENGTH}
              autoComplete="off"
              value={label}
              invalid={refusal !== null}
              onChange={(event) => setLabel(event.target.value)}
            />
          </Field>
        </DialogForm>
      </DialogContent>
    </Dialog>
  );
}
