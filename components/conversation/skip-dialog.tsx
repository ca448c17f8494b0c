'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { DialogForm } from '@/components/workspace/dialog-form';
import { SKIP_REASONS } from './skip-reasons';

const MAX_REASON_LENGTH = 200;

/** Asks why a conversation is skipped: one of a few reasons at one press, or one's own words. */
export function SkipDialog({
  onChoose,
  onClose,
}: {
  /** Says whether it was done. */
  onChoose: (reason: string) => Promise<boolean>;
  onClose: () => void;
}) {
  const [written, setWritten] = useState('');
  const [busy, setBusy] = useState(false);
  const id = useId();
  const reason = written.trim();

  const skip = async (why: string) => {
    if (busy) return;
    setBusy(true);
    if (await onChoose(why)) onClose();
    else setBusy(false);
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>Skip, and take the next one</DialogTitle>
        <DialogDescription>
          It stays where it stands in line, for a colleague. You are not given it again until
          something happens to it.
        </DialogDescription>
        <ul className="mt-4 grid gap-1.5 sm:grid-cols-2" aria-label="Reasons">
          {SKIP_REASONS.map((ready) => (
            <li key={ready} className="flex">
              <Button
                className="h-auto min-h-8 flex-1 justify-start whitespace-normal py-1.5 text-left"
                disabled={busy}
                onClick={() => void skip(ready)}
              >
                {ready}
              </Button>
            </li>
          ))}
        </ul>
        <DialogForm
          submitLabel="Skip"
          busy={busy}
          disabled={reason === ''}
          onSubmit={() => void skip(reason)}
          onCancel={onClose}
        >
          <Field
            label="Or in your words"
            htmlFor={`${id}-reason`}
            hint="For your team; it stands in the conversation."
          >
            <Input
              id={`${id}-reason`}
              dir="auto"
              autoComplete="off"
              maxLength={MAX_REASON_LENGTH}
              value={written}
              onChange={(event) => setWritten(event.target.value)}
            />
          </Field>
        </DialogForm>
      </DialogContent>
    </Dialog>
  );
}
