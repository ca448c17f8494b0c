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
import { DependentSegments } from './dependent-segments';
import { useDependents } from './use-dependents';

/** Deletes an attribute that is not standard, unless segments use it: then it names them instead. */
export function DeleteAttributeDialog({
  attribute,
  onClose,
}: {
  attribute: AttributeWire;
  onClose: () => void;
}) {
  const { dependents, problem } = useDependents(attribute.key);
  const { busy, refusal, run } = useWrite();
  const used = dependents !== null && dependents.segments.length > 0;
  const wrong = refusal?.message ?? problem;

  const remove = () =>
    run(
      () => callApi('DELETE', `/attributes/${attribute.key}`),
      async () => {
        toast.success(`${attribute.label} is deleted`);
        onClose();
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
            ? 'It cannot be deleted while segments use it. Change or delete these first, or disable the attribute instead.'
            : 'Its values go with it. This cannot be undone; disabling keeps them.'}
        </DialogDescription>
        <div className="mt-4 min-h-10 space-y-3 text-ink text-sm">
          {used && <DependentSegments segments={dependents.segments} />}
          {dependents && !used && (
            <p>
              {dependents.contacts === 0
                ? 'No contact has a value for it.'
                : `${counted(dependents.contacts, 'contact')} ${dependents.contacts === 1 ? 'loses its value' : 'lose their values'}.`}
            </p>
          )}
          {!dependents && !problem && <Skeleton className="h-10" />}
          {wrong && <Notice tone="danger">{wrong}</Notice>}
        </div>
        <DialogFooter>
          <Button type="button" variant={used ? 'solid' : 'outline'} onClick={onClose}>
            {used ? 'Close' : 'Cancel'}
          </Button>
          {!used && (
            <Button
              type="button"
              variant="danger"
              busy={busy}
              disabled={!dependents}
              onClick={remove}
            >
              Delete attribute
            </Button>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
