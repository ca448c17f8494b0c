import type { FormEvent, ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';

/** The form of a dialog: its fields, a refusal that belongs to none of them, and the two ways out. */
export function DialogForm({
  refusal,
  submitLabel,
  busy,
  disabled,
  onSubmit,
  onCancel,
  children,
}: {
  refusal?: string;
  submitLabel: string;
  busy: boolean;
  disabled: boolean;
  onSubmit: () => void;
  onCancel: () => void;
  children: ReactNode;
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit} noValidate className="mt-4 space-y-4">
      {children}
      {refusal && <Notice tone="danger">{refusal}</Notice>}
      <DialogFooter>
        <Button type="button" variant="outline" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="solid" busy={busy} disabled={disabled}>
          {submitLabel}
        </Button>
      </DialogFooter>
    </form>
  );
}
