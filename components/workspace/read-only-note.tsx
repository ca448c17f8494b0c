'use client';

import { LockKeyhole } from 'lucide-react';
import { useCatalogue } from '@/components/live/catalogue';

/** Whether the person who looks may change what admins shape. */
export function useMayShape(): boolean {
  return useCatalogue().me.role === 'admin';
}

/** Says why the controls are missing; nothing for those who have them. */
export function ReadOnlyNote({ what }: { what: string }) {
  if (useMayShape()) return null;
  return (
    <p className="mb-4 flex items-center gap-2 text-ink-muted text-sm">
      <LockKeyhole aria-hidden className="size-3.5 shrink-0" />
      You can see {what}. Only admins change them.
    </p>
  );
}
