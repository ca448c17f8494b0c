'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { callApi, failureMessage } from '@/components/live/call-api';
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
import { Skeleton } from '@/components/ui/skeleton';
import { useWrite } from '@/components/workspace/use-write';
import type { BelongingsWire } from '@/lib/desk/wire-contacts';
import { belongingsWords } from './belongings-words';

/** Says what goes with a contact, and asks for the name before it does. */
export function ForgetDialog({
  contactId,
  name,
  onClose,
  onForgotten,
}: {
  contactId: string;
  name: string;
  onClose: () => void;
  onForgotten: () => void;
}) {
  const path = `/contacts/by-id/${contactId}`;
  const [belongings, setBelongings] = useState<BelongingsWire | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const { busy, refusal, run } = useWrite();
  const isMeant = typed.trim() === name;

  useEffect(() => {
    let wanted = true;
    callApi<BelongingsWire>('GET', `${path}/belongings`).then(
      (counted) => wanted && setBelongings(counted),
      (thrown) => wanted && setFailure(failureMessage(thrown)),
    );
    return () => {
      wanted = false;
    };
  }, [path]);

  function forget(event: FormEvent) {
    event.preventDefault();
    if (isMeant) run(() => callApi('POST', `${path}/forget`, { name: typed.trim() }), onForgotten);
  }

  return (
    <Dialog open onOpenChange={(open) => !open && !busy && onClose()}>
      <DialogContent>
        <DialogTitle>
          Forget <bdi>{name}</bdi>?
        </DialogTitle>
        <DialogDescription>
          This deletes, for everybody and for good, all that belongs to them:
        </DialogDescription>
        {failure !== null ? (
          <p role="alert" className="mt-3 text-danger">
            {failure}
          </p>
        ) : belongings === null ? (
          <div role="status" aria-label="Counting" className="mt-3 space-y-2.5">
            <Skeleton className="h-3.5 w-40" />
            <Skeleton className="h-3.5 w-56" />
            <Skeleton className="h-3.5 w-48" />
          </div>
        ) : (
          <ul className="mt-3 list-disc pl-5 tabular-nums">
            {belongingsWords(belongings).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        <p className="mt-3 text-ink-muted">
          The journal keeps that something happened, when, and which of you did it, without a word
          of theirs. Backups made before still hold everything. It cannot be undone.
        </p>
        <form onSubmit={forget} className="mt-4">
          <Field label={`Type “${name}” to be sure`} error={refusal?.message}>
            <Input
              autoComplete="off"
              spellCheck={false}
              dir="auto"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
          <DialogFooter>
            <Button disabled={busy} onClick={onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              variant="danger"
              busy={busy}
              disabled={!isMeant || belongings === null}
            >
              Forget for good
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
