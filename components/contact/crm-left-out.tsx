'use client';

import { useCatalogue } from '@/components/live/catalogue';
import type { CrmLookupWire } from '@/lib/desk/wire';

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** What the CRM said and the desk did not take, and why. */
export function CrmLeftOut({ crm }: { crm: CrmLookupWire }) {
  const { attributes } = useCatalogue();
  const labelOf = (key: string) => attributes.find((one) => one.key === key)?.label ?? key;
  const { refused, stale } = crm;
  if (refused.length + stale.length === 0) return null;
  return (
    <ul aria-label="Not taken from the CRM" className="mt-1 pl-6 text-ink-muted text-xs">
      {refused.map(({ attribute, message }) => (
        <li key={attribute} className="wrap-anywhere">
          <span className="font-medium">{labelOf(attribute)}</span> not taken: {message}
        </li>
      ))}
      {stale.length > 0 && (
        <li className="wrap-anywhere">
          <span className="font-medium">{LIST.format(stale.map(labelOf))}</span> not taken: older
          than what is known.
        </li>
      )}
    </ul>
  );
}
