'use client';

import { useId, useState } from 'react';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { DialogForm } from '@/components/workspace/dialog-form';
import { useTimeZone } from '@/components/workspace/moments';
import { returnWords } from '@/components/workspace/return-words';
import { chosenMoment, DELAYS, type Delay, fieldText } from './boomerang-delays';

const HOUR_MS = 3_600_000;
const MAX_NOTE_LENGTH = 1_000;

/** Asks when a conversation is to come back, and why; `onChoose` says whether it was done. */
export function BoomerangDialog({
  count = 1,
  onChoose,
  onClose,
}: {
  /** How many conversations it is about. */
  count?: number;
  onChoose: (returnsAt: string, note: string) => Promise<boolean>;
  onClose: () => void;
}) {
  const [delay, setDelay] = useState<Delay>('1h');
  const [openedAtMs] = useState(() => Date.now());
  const [moment, setMoment] = useState(() => fieldText(openedAtMs + 2 * HOUR_MS));
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const timeZone = useTimeZone();
  const id = useId();
  const returnsAt = chosenMoment(delay, moment, openedAtMs);
  const isPast = returnsAt !== null && Date.parse(returnsAt) <= openedAtMs;

  const putAway = async () => {
    // The delay counts from now, not from when the dialog was opened.
    const at = chosenMoment(delay, moment, Date.now());
    if (at === null) return;
    setBusy(true);
    if (await onChoose(at, note.trim())) onClose();
    else setBusy(false);
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>Come back later</DialogTitle>
        <DialogDescription>
          {count === 1
            ? 'It leaves the queue until then, or until the customer writes, and keeps its place in line.'
            : `${count.toLocaleString('en')} conversations leave the queue until then, each until its customer writes, and keep their places in line.`}
        </DialogDescription>
        <DialogForm
          submitLabel="Put away"
          busy={busy}
          disabled={returnsAt === null || isPast}
          onSubmit={() => void putAway()}
          onCancel={onClose}
        >
          <div className="space-y-1.5">
            <Segmented
              label="Come back in"
              value={delay}
              onValueChange={setDelay}
              options={DELAYS}
            />
            <p aria-live="polite" className="text-ink-muted text-sm tabular-nums">
              {returnsAt === null
                ? 'Pick a day and a time.'
                : isPast
                  ? 'This moment is past already.'
                  : `Back ${returnWords(returnsAt, openedAtMs, timeZone)}`}
            </p>
          </div>
          {delay === 'moment' && (
            <Field label="Day and time" htmlFor={`${id}-moment`}>
              <Input
                id={`${id}-moment`}
                type="datetime-local"
                value={moment}
                min={fieldText(openedAtMs)}
                invalid={isPast}
                onChange={(event) => setMoment(event.target.value)}
              />
            </Field>
          )}
          <Field
            label="Why"
            htmlFor={`${id}-note`}
            hint="For your team; it stands in the conversation."
          >
            <Input
              id={`${id}-note`}
              dir="auto"
              autoComplete="off"
              maxLength={MAX_NOTE_LENGTH}
              placeholder="The warehouse calls back"
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
        </DialogForm>
      </DialogContent>
    </Dialog>
  );
}
