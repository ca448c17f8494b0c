'use client';

import { Cloud, type LucideIcon, PencilLine, RadioTower } from 'lucide-react';
import { useId } from 'react';
import type { Manager } from '@/lib/attributes/attribute';
import type { AttributeWire } from '@/lib/desk/wire';
import { AttributeRow } from './attribute-row';
import { useHeldValues } from './held-values';

const GROUPS: Record<Manager, { title: string; icon: LucideIcon; who: string }> = {
  agent: { title: 'By hand', icon: PencilLine, who: 'Your team enters these.' },
  channel: { title: 'From the channel', icon: RadioTower, who: 'The channel fills these.' },
  crm: { title: 'From the CRM', icon: Cloud, who: 'Managed in the CRM.' },
};

/** The attributes one manager keeps. */
export function AttributeGroup({
  manager,
  attributes,
}: {
  manager: Manager;
  attributes: AttributeWire[];
}) {
  const { values } = useHeldValues();
  const id = useId();
  if (attributes.length === 0) return null;
  const { title, icon: Icon, who } = GROUPS[manager];
  return (
    <section aria-labelledby={id}>
      <div className="flex items-center gap-1.5 border-line border-b pb-1.5 text-ink-muted text-xs">
        <h3 id={id} className="font-semibold uppercase tracking-[0.02em]">
          {title}
        </h3>
        <Icon aria-hidden="true" className="size-3.5" />
        <p className="ml-auto text-ink-faint">{who}</p>
      </div>
      <ul>
        {attributes.map((attribute) => (
          <AttributeRow
            key={attribute.key}
            attribute={attribute}
            value={values.find(({ attribute: key }) => key === attribute.key)}
          />
        ))}
      </ul>
    </section>
  );
}
