import { CircleAlert, CircleCheck, CircleDashed, CircleHelp, type LucideIcon } from 'lucide-react';
import type { CrmLookupWire } from '@/lib/desk/wire';

/** What stands of a contact's lookup in the panel, and how it looks. */
export function crmWords({ isKnown, isWaiting, problem }: CrmLookupWire): {
  icon: LucideIcon;
  look: string;
  text: string;
} {
  if (isWaiting && problem === null)
    return { icon: CircleDashed, look: 'text-ink-muted', text: 'Looking up in the CRM…' };
  if (isKnown) return { icon: CircleCheck, look: 'text-ok', text: 'Validated by the CRM' };
  if (isKnown === false)
    return { icon: CircleHelp, look: 'text-ink-muted', text: 'Not known to the CRM' };
  if (problem !== null)
    return { icon: CircleAlert, look: 'text-warn', text: 'Not validated: the lookup failed' };
  return { icon: CircleDashed, look: 'text-ink-muted', text: 'Not looked up in the CRM yet' };
}
