'use client';

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
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { counted } from '@/components/workspace/counted';
import { useWrite } from '@/components/workspace/use-write';
import type { AttributeWire } from '@/lib/desk/wire';
import { DependentList, dependentsOf } from './dependent-list';
import { useDependents } from './use-dependents';

/** Deletes an attribute that is not standard, unless something names it: then it says what instead. */
export function DeleteAttributeDialog({
  attribute,
  onClose,
  onDeleted,
}: {
  attribute: AttributeWire;
  onClose: () => void;
  onDeleted: (() => void) | undefined;
}) {
  const { answer, problem } = useDependents(attribute.key);
  const { busy, refusal, run } = useWrite();
  const users = answer ? dependentsOf(answer) : [];
  const used = users.length > 0;
  const wrong = refusal?.message ?? problem;

  const remove = () =>
    run(
      () => callApi('DELETE', `/attributes/${attribute.key}`),
      async () => {
        toast.success(`${attribute.label} is deleted`);
        onClose();
        onDeleted?.();
        await refreshCatalogue();
      },
    );

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>
          {used ? `${attribute.label} is in use` : `Delete ${attribute.label}?`}
        </DialogTitle>
        <DialogDescription>
          {used
            ? 'It cannot be deleted while these use it. Change or delete them first, or disable the attribute instead.'
            : 'Its values go with it. This cannot be undone; disabling keeps them.'}
        </DialogDescription>
        <div className="mt-4 min-h-10 space-y-3 text-ink text-sm">
          {used && <DependentList dependents={users} />}
          {answer && !used && (
            <p>
              {answer.contacts === 0
                ? 'No contact has a value for it.'
                : `${counted(answer.contacts, 'contact')} ${answer.contacts === 1 ? 'loses its value' : 'lose their values'}.`}{' '}
              No segment depends on it, so nobody in the queue moves.
            </p>
          )}
          {!answer && !problem && <Skeleton className="h-10" />}
          {wrong && <Notice tone="danger">{wrong}</Notice>}
        </div>
        <DialogFooter>
          <Button type="button" variant={used ? 'solid' : 'outline'} onClick={onClose}>
            {used ? 'Close' : 'Cancel'}
          </Button>
          {!used && (
            <Button type="button" variant="danger" busy={busy} disabled={!answer} onClick={remove}>
              Delete attribute
            </Button>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
