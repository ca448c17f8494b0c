'use client';

import { useState } from 'react';
import { callApi } from '@/components/live/call-api';
import { refreshSavedViews } from '@/components/live/saved-views';
import { useQueueAddress } from '@/components/live/use-queue-address';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { toast } from '@/components/ui/toast';
import { DialogForm } from '@/components/workspace/dialog-form';
import { refusedAt, refusedElsewhere, useWrite } from '@/components/workspace/use-write';
import { MAX_NAME_LENGTH } from '@/lib/desk/checks';
import { ROW_COLUMNS } from '@/lib/desk/facts';
import type { SavedViewWire } from '@/lib/desk/wire';
import { ColumnChoices } from './column-choices';
import { addressOf } from './saved-view-address';
import { useMayShare } from './use-open-view';

/** Saves what the queue shows as a new view, or changes the name and the columns of the one given. */
export function SaveViewDialog({
  view,
  onClose,
}: {
  view: SavedViewWire | null;
  onClose: () => void;
}) {
  const { view: shown, setAddress } = useQueueAddress();
  const mayShare = useMayShare();
  const [name, setName] = useState(view?.name ?? '');
  const [columns, setColumns] = useState(view?.columns ?? [...ROW_COLUMNS]);
  const [whose, setWhose] = useState<'own' | 'team'>('own');
  const { busy, refusal, run } = useWrite();
  /** Somebody has saved it meanwhile: to save again is to mean it. */
  const meanwhile = refusal?.code === 'conflict' && refusal.field === undefined;
  const expect = meanwhile || !view ? {} : { expect: view.revision };

  const save = () =>
    run(
      () =>
        view
          ? callApi<SavedViewWire>('PATCH', `/views/${view.id}`, { name, columns, ...expect })
          : callApi<SavedViewWire>('POST', '/views', {
              name,
              columns,
              shared: whose === 'team',
              ...shown,
            }),
      async (saved) => {
        await refreshSavedViews();
        if (!view) void setAddress(addressOf(saved));
        toast.success(`${saved.name} is saved`);
        onClose();
      },
    );

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent size="sm">
        <DialogTitle>{view ? 'Name and columns' : 'Save as a view'}</DialogTitle>
        <DialogDescription>
          {view
            ? view.shared
              ? 'The team shares this view: it changes for everybody.'
              : 'Only you see this view.'
            : 'The filter and the order as the queue shows them now, to come back to.'}
        </DialogDescription>
        <DialogForm
          refusal={refusedElsewhere(refusal, ['name'])}
          submitLabel={meanwhile ? 'Save over it' : 'Save view'}
          busy={busy}
          disabled={name.trim() === ''}
          onSubmit={save}
          onCancel={onClose}
        >
          <Field label="Name" error={refusedAt(refusal, 'name')}>
            <Input
              dir="auto"
              maxLength={MAX_NAME_LENGTH}
              autoComplete="off"
              placeholder="VIPs at checkout"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <ColumnChoices columns={columns} onColumns={setColumns} />
          {!view && mayShare && (
            <div className="flex items-center justify-between gap-3">
              <span className="font-medium text-sm">For</span>
              <Segmented
                label="For whom"
                value={whose}
                onValueChange={setWhose}
                options={[
                  { value: 'own', label: 'Me' },
                  { value: 'team', label: 'The team' },
                ]}
              />
            </div>
          )}
        </DialogForm>
      </DialogContent>
    </Dialog>
  );
}
