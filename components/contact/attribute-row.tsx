'use client';

import { History } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import { RelativeTime } from '@/components/ui/relative-time';
import { useChanged } from '@/components/ui/use-changed';
import { valueText } from '@/components/workspace/value-text';
import { isEmptyValue } from '@/lib/attributes/formats';
import type { AttributeWire, ValueWire } from '@/lib/desk/wire';
import { BreakableText } from './breakable-text';
import { EditableValue } from './editable-value';
import { useHeldValues } from './held-values';
import { sourceWords } from './source-words';
import { YesNoValue } from './yes-no-value';

/** One attribute: its label, the value if it is known, and how old that is. */
export function AttributeRow({
  attribute,
  value,
}: {
  attribute: AttributeWire;
  value: ValueWire | undefined;
}) {
  const known = value && !isEmptyValue(value.value) ? value : undefined;
  const { onHistory } = useHeldValues();
  const changed = useChanged(known ? `${known.setAt} ${known.value}` : null);
  const filledIn = known && known.source !== attribute.manager;
  return (
    <li
      className={cn(
        '-mx-2 grid grid-cols-[6.5rem_minmax(0,1fr)_auto] items-baseline gap-x-2 rounded-md px-2 py-1 transition-colors duration-200',
        changed && 'bg-selected',
      )}
    >
      <span dir="auto" className="wrap-anywhere text-left text-ink-muted">
        {attribute.label}
      </span>
      <div className="min-w-0">
        <Value attribute={attribute} value={known} />
        {filledIn && <p className="text-ink-faint text-xs">{sourceWords[known.source]}</p>}
      </div>
      <span className="text-ink-faint text-xs">
        {changed && <span className="hidden font-semibold motion-reduce:inline">new </span>}
        {known && !onHistory && <RelativeTime at={known.setAt} />}
        {onHistory && (
          <button
            type="button"
            aria-label={`History of ${attribute.label}`}
            title={`History of ${attribute.label}`}
            onClick={() => onHistory(attribute)}
            className="rounded-[4px] px-1 hover:bg-selected hover:text-ink"
          >
            {known && <RelativeTime at={known.setAt} className="mr-1" />}
            <History aria-hidden="true" className="inline size-3 align-[-1px]" />
          </button>
        )}
      </span>
    </li>
  );
}

function Value({ attribute, value }: { attribute: AttributeWire; value: ValueWire | undefined }) {
  if (attribute.manager === 'agent') {
    if (attribute.format === 'boolean') return <YesNoValue attribute={attribute} value={value} />;
    return <EditableValue attribute={attribute} value={value} />;
  }
  if (!value) return <span className="text-ink-faint">Not known</span>;
  const text = valueText(value.value, attribute.format);
  return (
    <span
      dir="auto"
      title={text.length > 60 ? text : undefined}
      className="line-clamp-4 whitespace-pre-wrap text-ink tabular-nums [overflow-wrap:anywhere]"
    >
      <BreakableText text={text} />
    </span>
  );
}
