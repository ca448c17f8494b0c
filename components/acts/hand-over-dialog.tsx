'use client';

import { useId, useState } from 'react';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { DialogForm } from '@/components/workspace/dialog-form';
import type { PersonMark } from '@/lib/desk/wire';

const MAX_NOTE_LENGTH = 1_000;

/** Asks whom a conversation goes to, and why; `onChoose` says whether it was done. */
export function HandOverDialog({
  people,
  count = 1,
  onChoose,
  onClose,
}: {
  people: readonly PersonMark[];
  /** How many conversations it is about. */
  count?: number;
  onChoose: (personId: string, note: string | undefined) => Promise<boolean>;
  onClose: () => void;
}) {
  const [personId, setPersonId] = useState('');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const id = useId();

  const handOver = async () => {
    setBusy(true);
    if (await onChoose(personId, note.trim() || undefined)) onClose();
    else setBusy(false);
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>
          {count === 1 ? 'Hand over' : `Assign ${count.toLocaleString('en')} conversations`}
        </DialogTitle>
        <DialogDescription>
          Status and place in line stay. The note stands in the conversation; only your team sees
          it.
        </DialogDescription>
        <DialogForm
          submitLabel={count === 1 ? 'Hand over' : 'Assign'}
          busy={busy}
          disabled={personId === ''}
          onSubmit={() => void handOver()}
          onCancel={onClose}
        >
          <Field label="To" htmlFor={`${id}-person`}>
            <Select
              id={`${id}-person`}
              label="To"
              placeholder="Choose a colleague"
              value={personId}
              onValueChange={setPersonId}
              options={people.map((person) => ({ value: person.id, label: person.name }))}
            />
          </Field>
          <Field label="Note" htmlFor={`${id}-note`}>
            <Input
              id={`${id}-note`}
              dir="auto"
              autoComplete="off"
              maxLength={MAX_NOTE_LENGTH}
              placeholder="She has written in Dutch before"
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
        </DialogForm>
      </DialogContent>
    </Dialog>
  );
}
