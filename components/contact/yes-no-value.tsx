'use client';

import { X } from 'lucide-react';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { useFocusBack } from '@/components/ui/use-focus-back';
import type { AttributeWire, ValueWire } from '@/lib/desk/wire';
import { useHeldWrite } from './held-values';

/** A yes/no, set by a switch at once; it can also be made not known. */
export function YesNoValue({
  attribute,
  value,
}: {
  attribute: AttributeWire;
  value: ValueWire | undefined;
}) {
  const { save, saving } = useHeldWrite();
  const { place, back } = useFocusBack<HTMLSpanElement>();
  async function set(next: boolean | null) {
    if (saving) return;
    const problem = await save(attribute, next);
    if (problem) toast.error(problem);
    back();
  }
  return (
    <span ref={place} className="flex h-5 items-center gap-2">
      <Switch
        checked={value?.value === true}
        onCheckedChange={(next) => void set(next)}
        label={attribute.label}
      />
      <span className={value ? 'text-ink' : 'text-ink-faint'}>
        {value ? (value.value ? 'yes' : 'no') : 'not known'}
      </span>
      {value && (
        <button
          type="button"
          aria-label={`Make ${attribute.label} not known`}
          title="Not known"
          className="inline-flex size-5 items-center justify-center rounded-[4px] text-ink-faint hover:bg-selected hover:text-ink"
          onClick={() => void set(null)}
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </span>
  );
}
