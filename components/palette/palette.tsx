'use client';

import { useState } from 'react';
import { useShortcut } from '@/components/shortcuts/use-shortcut';
import { late, useLate } from '@/components/ui/late';

const lateDialog = late(() => import('./palette-dialog'));

/** Finds anything that can be done or gone to; Ctrl+K or ⌘K opens it. */
export function Palette() {
  const [open, setOpen] = useState(false);
  const dialog = useLate(lateDialog, open);
  useShortcut('palette', () => setOpen(true));
  if (!open) return null;
  // What is typed before its code is here must not be taken for shortcuts.
  if (!dialog) return <span hidden data-modal="" data-state="open" />;
  return <dialog.PaletteDialog onClose={() => setOpen(false)} />;
}
