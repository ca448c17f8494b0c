'use client';

import { useWhenHere } from './late';
import { lateToaster } from './toast';

/** Where short answers to what somebody did appear. They stay long enough to be undone. */
export function Toaster() {
  const toaster = useWhenHere(lateToaster);
  return toaster && <toaster.ToasterSurface />;
}
