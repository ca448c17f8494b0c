'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { late, useLate } from '@/components/ui/late';
import { useOpenView } from './use-open-view';
import { useViewMoves } from './use-view-moves';

const lateDialog = late(() => import('./save-view-dialog'));

/** Says that the queue shows something else than the open view keeps, and what can be done about it. */
export function EditedLine() {
  const open = useOpenView();
  const { save, reset } = useViewMoves();
  const [saving, setSaving] = useState(false);
  const dialog = useLate(lateDialog, saving);
  if (!open?.edited) return null;
  return (
    <section
      aria-label={`${open.view.name}, edited`}
      className="flex h-9 shrink-0 items-center gap-1 border-line border-b bg-canvas pr-2 pl-4 pointer-coarse:h-12"
    >
      <span role="status" className="mr-auto font-medium text-ink-muted text-xs">
        Edited
      </span>
      <Button variant="ghost" size="sm" onClick={() => reset(open)}>
        Reset
      </Button>
      <Button variant="ghost" size="sm" aria-haspopup="dialog" onClick={() => setSaving(true)}>
        Save as new
      </Button>
      {open.mayChange && (
        <Button size="sm" onClick={() => void save(open)}>
          Save
        </Button>
      )}
      {saving && dialog && <dialog.SaveViewDialog view={null} onClose={() => setSaving(false)} />}
    </section>
  );
}
