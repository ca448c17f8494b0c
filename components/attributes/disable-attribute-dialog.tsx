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
import { useWrite } from '@/components/workspace/use-write';
import type { AttributeWire } from '@/lib/desk/wire';
import { QueueImpact } from './queue-impact';
import { useDependents, useDisabling } from './use-dependents';

/** Says what depends on the attribute, and who would move, before it is disabled. */
export function DisableAttributeDialog({
  attribute,
  onClose,
}: {
  attribute: AttributeWire;
  onClose: () => void;
}) {
  const dependents = useDependents(attribute.key);
  const disabling = useDisabling(attribute.key);
  const { busy, refusal, run } = useWrite();
  const problem = dependents.problem ?? disabling.problem;
  const wrong = refusal?.message ?? problem;
  const isKnown = dependents.answer !== null && disabling.answer !== null;

  const disable = () =>
    run(
      () => callApi('PATCH', `/attributes/${attribute.key}`, { enabled: false }),
      async () => {
        await refreshCatalogue();
        toast.success(`${attribute.label} is disabled`);
        onClose();
      },
    );

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>Disable {attribute.label}?</DialogTitle>
        <DialogDescription>
          It disappears from every list to choose from, and a condition on it holds for nobody until
          you enable it again.
        </DialogDescription>
        <div className="mt-4 min-h-24 space-y-3 text-ink text-sm">
          {dependents.answer && disabling.answer ? (
            <QueueImpact dependents={dependents.answer} preview={disabling.answer} />
          ) : (
            !problem && <Skeleton className="h-24" />
          )}
          {wrong && <Notice tone="danger">{wrong}</Notice>}
        </div>
        <DialogFooter>
          <Button type="button" variant="outline" onClick={onClose}>
            Keep enabled
          </Button>
          <Button type="button" variant="danger" busy={busy} disabled={!isKnown} onClick={disable}>
            Disable
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
