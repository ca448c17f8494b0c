'use client';

import { useEffect, useState } from 'react';

const SHOWN_MS = 1_200;

/** Whether `mark` changed just now, while somebody looks; what was there from the start did not. */
export function useChanged(mark: string | number | null): boolean {
  const [held, setHeld] = useState(mark);
  const [changed, setChanged] = useState<{ to: string | number | null } | null>(null);
  if (held !== mark) {
    setHeld(mark);
    setChanged({ to: mark });
  }
  useEffect(() => {
    if (!changed) return;
    const timer = setTimeout(() => setChanged(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [changed]);
  return changed !== null;
}
