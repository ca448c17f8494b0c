'use client';

import { type FormEvent, useId, useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { refreshCatalogue } from '@/components/live/catalogue';
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

  const rename = (event: FormEvent) => {
    event.preventDefault();
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
        <form onSubmit={rename} className="mt-4 space-y-4">
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
          <DialogFooter>
            <Button type="button" variant="outline" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" variant="solid" busy={busy} disabled={!label.trim()}>
              Rename
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
