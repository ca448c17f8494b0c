'use client';

import { Cloud, ListOrdered, type LucideIcon, PencilLine, RadioTower } from 'lucide-react';
import { useCatalogue } from '@/components/live/catalogue';
import { clockTime } from '@/components/workspace/moments';
import { valueText } from '@/components/workspace/value-text';
import type { Manager } from '@/lib/attributes/attribute';
import type { ValueWire } from '@/lib/desk/wire';
import type { PriorityChange } from './priority-change';

const ICONS: Record<Manager, LucideIcon> = { agent: PencilLine, channel: RadioTower, crm: Cloud };
const WHO: Record<Manager, string> = { agent: 'Your team', channel: 'The channel', crm: 'The CRM' };

/** 'The CRM set Loyalty status to Platinum · priority 3 → 4 · 9:38'. */
export function PriorityLine({ change, timeZone }: { change: PriorityChange; timeZone: string }) {
  const { attributes } = useCatalogue();
  const { priority, values, cleared, at } = change;
  const [first] = values;
  const Icon = first ? ICONS[first.source] : ListOrdered;
  const labelOf = (key: string) => attributes.find((one) => one.key === key)?.label ?? key;
  const set = ({ attribute, value, source }: ValueWire) => {
    const format = attributes.find(({ key }) => key === attribute)?.format ?? 'text';
    return `${WHO[source]} set ${labelOf(attribute)} to ${valueText(value, format)}`;
  };
  const why = [...values.map(set), ...cleared.map((key) => `${labelOf(key)} was cleared`)];
  return (
    <li className="flex items-start justify-center gap-1.5 px-4 text-ink-muted text-xs">
      <Icon aria-hidden="true" className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0 tabular-nums [overflow-wrap:anywhere]">
        {why.length > 0 ? why.join(', ') : 'Segments or their order changed'} · priority{' '}
        {priority.from} → {priority.to} · <time dateTime={at}>{clockTime(at, timeZone)}</time>
      </span>
    </li>
  );
}
