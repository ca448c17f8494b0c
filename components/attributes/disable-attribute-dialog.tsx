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
import { type Dependents, useDependents } from './use-dependents';

/** Names what depends on the attribute before it is disabled. */
export function DisableAttributeDialog({
  attribute,
  onClose,
}: {
  attribute: AttributeWire;
  onClose: () => void;
}) {
  const { dependents, problem } = useDependents(attribute.key);
  const { busy, refusal, run } = useWrite();
  const wrong = refusal?.message ?? problem;

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
        <div className="mt-4 min-h-16 space-y-3 text-ink text-sm">
          {dependents ? (
            <Leaning dependents={dependents} />
          ) : (
            !problem && <Skeleton className="h-16" />
          )}
          {wrong && <Notice tone="danger">{wrong}</Notice>}
        </div>
        <DialogFooter>
          <Button type="button" variant="outline" onClick={onClose}>
            Keep enabled
          </Button>
          <Button
            type="button"
            variant="danger"
            busy={busy}
            disabled={!dependents}
            onClick={disable}
          >
            Disable
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Leaning({ dependents: { segments, contacts } }: { dependents: Dependents }) {
  const kept =
    contacts === 0
      ? 'No contact has a value for it.'
      : `${counted(contacts, 'contact')} ${contacts === 1 ? 'keeps its value' : 'keep their values'}.`;
  if (segments.length === 0) return <p>No segment depends on it. {kept}</p>;
  return (
    <>
      <p>
        {segments.length === 1
          ? 'This segment depends'
          : `These ${segments.length} segments depend`}{' '}
        on it, and may match fewer contacts at once:
      </p>
      <DependentSegments segments={segments} />
      <p className="text-ink-muted">{kept}</p>
    </>
  );
}
