'use client';

import { Crown } from 'lucide-react';
import { useValueWrite } from '@/components/acts/use-value-write';
import { useCatalogue } from '@/components/live/catalogue';
import { useConversation } from '@/components/live/conversation-live';
import { useAriaKeys } from '@/components/shortcuts/key-caps';
import { useShortcut } from '@/components/shortcuts/use-shortcut';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { toast } from '@/components/ui/toast';
import type { AttributeWire } from '@/lib/desk/wire';

/** Makes the contact a VIP, or no longer one; every matching queue re-ranks at once. */
export function VipToggle() {
  const { values } = useConversation().detail;
  const attribute = useCatalogue().attributes.find(({ key }) => key === 'vip');
  const { save, saving } = useValueWrite();
  const ariaKeys = useAriaKeys('vip');
  const vip = values.find(({ attribute: key }) => key === 'vip')?.value === true;
  async function toggle(vipAttribute: AttributeWire) {
    const problem = await save(vipAttribute, !vip);
    if (problem) toast.error(problem);
  }
  useShortcut('vip', () => attribute && void toggle(attribute), attribute?.enabled && !saving);
  if (!attribute?.enabled) return null;
  return (
    <Button
      aria-pressed={vip}
      aria-label={attribute.label}
      aria-keyshortcuts={ariaKeys}
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
