'use client';

import { Crown } from 'lucide-react';
import { useCatalogue } from '@/components/live/catalogue';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { toast } from '@/components/ui/toast';
import type { AttributeWire } from '@/lib/desk/wire';
import { useConversation } from './conversation-live';
import { useValueWrite } from './use-value-write';

/** Makes the contact a VIP, or no longer one; every matching queue re-ranks at once. */
export function VipToggle() {
  const { values } = useConversation().detail;
  const attribute = useCatalogue().attributes.find(({ key }) => key === 'vip');
  const { save, saving } = useValueWrite();
  if (!attribute?.enabled) return null;
  const vip = values.find(({ attribute: key }) => key === 'vip')?.value === true;
  async function toggle(vipAttribute: AttributeWire) {
    const problem = await save(vipAttribute, !vip);
    if (problem) toast.error(problem);
  }
  return (
    <Button
      aria-pressed={vip}
      aria-label={attribute.label}
      busy={saving}
      className={cn(
        vip && 'border-accent-line bg-accent-soft text-accent-ink hover:bg-accent-soft',
      )}
      onClick={() => void toggle(attribute)}
    >
      <Crown aria-hidden="true" />
      <span className="max-sm:hidden">{attribute.label}</span>
    </Button>
  );
}
