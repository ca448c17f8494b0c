'use client';

import { useState } from 'react';
import { failureMessage } from '@/components/live/call-api';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ImportUndoProgress } from '@/lib/desk/wire-imports';
import { undoImport } from './import-calls';

type Failures = ImportUndoProgress['failures'];

/** Takes a whole import back, and names those that were left as they are. */
export function UndoImport({ importId }: { importId: string }) {
  const [asks, setAsks] = useState(false);
  const [progress, setProgress] = useState<ImportUndoProgress | null>(null);
  const [failures, setFailures] = useState<Failures>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const isOver = progress?.finished ?? false;

  async function undo() {
    setAsks(false);
    setFailure(null);
    const left: Failures = [];
    try {
      for await (const line of undoImport(importId)) {
        left.push(...line.failures);
        setProgress(line);
        setFailures([...left]);
      }
    } catch (thrown) {
      setFailure(failureMessage(thrown));
      setProgress(null);
    }
  }

  return (
    <div>
      {!progress && <Button onClick={() => setAsks(true)}>Undo this import</Button>}
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title="Undo the whole import?"
        confirmLabel="Undo the import"
        onConfirm={() => void undo()}
      >
        Contacts that it made are deleted again, those that it changed are as before. Whom somebody
        has changed or talked with since stays as they are.
      </ConfirmDialog>
      {progress && (
        <p role="status" className="tabular-nums">
          {isOver
            ? `Undone: ${progress.done.toLocaleString('en')} of ${progress.total.toLocaleString('en')} contacts are as before.`
            : `Undoing: ${(progress.done + progress.failed).toLocaleString('en')} of ${progress.total.toLocaleString('en')}`}
        </p>
      )}
      {failures.length > 0 && (
        <>
          <p className="mt-3 font-medium">
            {failures.length.toLocaleString('en')} stay as they are
          </p>
          <ul className="mt-1 max-h-60 overflow-y-auto rounded-lg border border-line bg-panel">
            {failures.map(({ contactId, name, message }) => (
              <li key={contactId} className="border-line border-b px-3 py-1.5 last:border-b-0">
                <bdi className="font-medium">{name ?? 'Somebody'}</bdi>
                <span className="text-ink-muted"> · {message}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {failure !== null && (
        <p role="alert" className="mt-2 text-danger">
          {failure}
        </p>
      )}
    </div>
  );
}
