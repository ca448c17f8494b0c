'use client';

import { useWhenHere } from './late';
import { lateToaster } from './toast';
import { useUndoKey } from './use-undo-key';

/** Where short answers to what somebody did appear. They stay long enough to be undone. */
export function Toaster() {
  useUndoKey();
  const toaster = useWhenHere(lateToaster);
  return toaster && <toaster.ToasterSurface />;
}
