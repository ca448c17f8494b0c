import type { TokenScope } from '@/lib/desk/facts';

/** Scopes with what each may do, in one line. */
export const SCOPE_OPTIONS: { value: TokenScope; label: string; hint: string }[] = [
  { value: 'ingest', label: 'Ingest', hint: 'Sends customers’ messages and contact attributes' },
  {
    value: 'read',
    label: 'Read',
    hint: 'Reads the queue, contacts and settings, and watches live',
  },
  { value: 'admin', label: 'Admin', hint: 'Everything an admin may do, ingest and read included' },
];

export function scopeOption(scope: TokenScope) {
  return SCOPE_OPTIONS.find((option) => option.value === scope);
}
